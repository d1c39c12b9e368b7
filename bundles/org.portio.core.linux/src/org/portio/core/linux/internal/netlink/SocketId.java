// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.nio.ByteBuffer;
import org.portio.core.Connection;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/** Identifies one TCP socket to the kernel, in the form that a request of the newer kind has. */
record SocketId(Connection socket) {

    /** Size of {@code struct inet_diag_req_v2}. */
    static final int REQUEST_SIZE = 56;

    private static final int IPPROTO_TCP = 6;
    private static final int ALL_STATES = -1;

    /** Writes a request for it, with what TCP has measured, over zeros. */
    void write(ByteBuffer request, int at) {
        request.put(at, (byte) (isIpv6() ? RecordArray.AF_INET6 : RecordArray.AF_INET));
        request.put(at + 1, (byte) IPPROTO_TCP);
        request.put(at + 2, (byte) (1 << Attributes.INFO - 1));
        request.putInt(at + 4, ALL_STATES);
        write(request, at + 8, at + 12, socket.local());
        if (socket.remote() != null) {
            write(request, at + 10, at + 28, socket.remote());
        }
        request.putInt(at + 44, socket.local().netInterface().index());
        request.putLong(at + 48, socket.platformKey());
    }

    private boolean isIpv6() {
        return socket.family() == AddressFamily.IPV6;
    }

    /** Port and address in the order of the network. */
    private static void write(ByteBuffer request, int portAt, int addressAt, Endpoint endpoint) {
        request.put(portAt, (byte) (endpoint.port() >> 8)).put(portAt + 1, (byte) endpoint.port());
        request.put(addressAt, endpoint.address().getAddress());
    }
}
