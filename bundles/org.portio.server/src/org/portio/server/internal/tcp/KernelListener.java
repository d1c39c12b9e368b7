// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import org.portio.core.kernel.Syscalls;
import org.portio.server.internal.socket.KernelSocket;

/**
 * Binds TCP listeners for Java by the kernel's own calls, with IPv6 also if Java takes the machine for one without it. Java's
 * channels cannot be made from a descriptor; so Java opens one of IPv4, and the kernel puts the listener in the place of the
 * socket behind it. Java accepts from it, and reads the addresses of both families. Linux only.
 */
public final class KernelListener {

    private KernelListener() {}

    /**
     * Binds one, with Syscalls.SO_REUSEADDR as Java does.
     *
     * @param address null for all of both families, or of IPv4 if the kernel has no IPv6
     */
    public static ServerSocketChannel listen(InetAddress address, int port, int backlog) throws IOException {
        return KernelSocket.open(KernelSocket.SOCK_STREAM, address, port, (socket, local) -> {
            socket.require(Syscalls.SOL_SOCKET, Syscalls.SO_REUSEADDR, 1);
            socket.bind(local);
            socket.listen(backlog);
            ServerSocketChannel channel = inPlaceOfJavas(socket);
            socket.close();
            return channel;
        });
    }

    private static ServerSocketChannel inPlaceOfJavas(KernelSocket socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.INET);
        try {
            channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
            InetSocketAddress bound = (InetSocketAddress) channel.getLocalAddress();
            socket.putInPlaceOf(OpenSockets.of(bound)
                    .orElseThrow(() -> new SocketException("the socket at " + bound + " is not found")));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
