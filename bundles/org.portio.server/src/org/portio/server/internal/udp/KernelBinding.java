// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.udp;

import java.io.IOException;
import java.net.InetAddress;
import org.portio.server.internal.socket.KernelSocket;

/** Binds UDP sockets by the kernel's own calls. Linux only. */
public final class KernelBinding {

    /** Whether groups that others of this machine have joined are received, too: by default, and not with Java. */
    private static final int IP_MULTICAST_ALL = 49;

    private static final int IPV6_MULTICAST_ALL = 29;

    private KernelBinding() {}

    /**
     * Binds one, without SO_REUSEADDR; an IPv6 one also takes IPv4 if its address is {@code ::}.
     *
     * @param address null for all of both families, or of IPv4 if the kernel has no IPv6
     */
    public static DatagramPort bind(InetAddress address, int port) throws IOException {
        return KernelSocket.open(KernelSocket.SOCK_DGRAM, address, port, (socket, local) -> {
            prepare(socket);
            socket.bind(local);
            return new KernelPort(socket.descriptor(), local);
        });
    }

    private static void prepare(KernelSocket socket) throws IOException {
        socket.set(AskedAddress.IPPROTO_IP, IP_MULTICAST_ALL, 0);
        socket.require(AskedAddress.IPPROTO_IP, AskedAddress.IP_PKTINFO, 1);
        if (socket.isIpv6()) {
            socket.set(AskedAddress.IPPROTO_IPV6, IPV6_MULTICAST_ALL, 0);
            socket.require(AskedAddress.IPPROTO_IPV6, AskedAddress.IPV6_RECVPKTINFO, 1);
        }
    }
}
