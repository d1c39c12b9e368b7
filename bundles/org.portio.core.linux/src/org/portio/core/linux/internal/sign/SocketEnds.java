// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import java.io.IOException;
import org.portio.core.linux.internal.netlink.NetlinkSocket;

/** Hears that sockets end: the kernel tells everybody who joins the groups of sock_diag for it, whatever their rights. */
final class SocketEnds implements AutoCloseable {

    /** Room for a few messages, as it only matters that something ended; the kernel tells of those that it dropped. */
    private static final int SMALL = 1024;
    /** Keeps a flood of them from holding up whoever asks. */
    private static final int MOST_AT_ONCE = 64;

    private final NetlinkSocket socket;

    /** Listens from now on, in the network namespace of the thread that calls this. */
    SocketEnds() throws IOException {
        socket = NetlinkSocket.ofSocketGroups(SMALL, SMALL, NetlinkSocket.endGroups());
    }

    /** Returns whether some have ended since the last call. */
    boolean heard() throws IOException {
        int count = 0;
        while (count < MOST_AT_ONCE && socket.receiveNow() != NetlinkSocket.NOTHING) {
            count++;
        }
        return count > 0;
    }

    @Override
    public void close() {
        socket.close();
    }
}
