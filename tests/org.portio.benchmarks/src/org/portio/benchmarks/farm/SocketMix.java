// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Sockets like those of a busy server: of a hundred, 70 are ends of IPv4 connections, 15 of IPv6 connections, 3
 * listen, and 12 are UDP sockets of both families. The JVM raises its own limit of descriptors as far as it is
 * allowed.
 */
final class SocketMix {

    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");
    private static final int DISCARD_PORT = 9;

    private final InetAddress loopback4;
    /** Kept, so that no collection closes one. */
    private final List<Channel> open = new ArrayList<>();

    SocketMix(InetAddress loopback4) {
        this.loopback4 = loopback4;
    }

    void open(int count) throws IOException {
        int listeners = Math.max(2, count * 3 / 100);
        connect(listen(loopback4, listeners - listeners / 2), count * 350 / 1000);
        connect(listen(LOOPBACK_6, listeners / 2), count * 75 / 1000);
        for (int i = 0; open.size() < count; i++) {
            addUdp(i % 2 == 0 ? loopback4 : LOOPBACK_6, i % 4 < 2);
        }
    }

    private List<ServerSocketChannel> listen(InetAddress address, int count) throws IOException {
        List<ServerSocketChannel> servers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            servers.add(keep(ServerSocketChannel.open().bind(new InetSocketAddress(address, 0))));
        }
        return servers;
    }

    private void connect(List<ServerSocketChannel> servers, int pairs) throws IOException {
        for (int i = 0; i < pairs; i++) {
            ServerSocketChannel server = servers.get(i % servers.size());
            // Ends with a reset, even if the process dies: otherwise each pair would be in TIME-WAIT for another
            // minute.
            keep(SocketChannel.open(server.getLocalAddress())).setOption(StandardSocketOptions.SO_LINGER, 0);
            keep(server.accept()).setOption(StandardSocketOptions.SO_LINGER, 0);
        }
    }

    private void addUdp(InetAddress address, boolean connected) throws IOException {
        DatagramChannel socket = keep(DatagramChannel.open(
                address == loopback4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6));
        socket.bind(new InetSocketAddress(address, 0));
        if (connected) {
            socket.connect(new InetSocketAddress(address, DISCARD_PORT));
        }
    }

    private <T extends Channel> T keep(T channel) {
        open.add(channel);
        return channel;
    }
}
