// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** Some hundred sockets of every kind on loopback, all of this process, and all closed at the end. */
final class SocketZoo implements Closeable {

    private static final int OF_EACH_KIND = 40;

    private final Deque<Closeable> open = new ArrayDeque<>();
    private final Set<String> endpoints = new TreeSet<>();

    private SocketZoo() {}

    static SocketZoo open() throws IOException {
        SocketZoo zoo = new SocketZoo();
        for (String address : new String[] {"127.0.0.1", "127.0.0.7", "::1"}) {
            InetAddress local = InetAddress.ofLiteral(address);
            ServerSocket server = zoo.keep(new ServerSocket(0, OF_EACH_KIND, local));
            zoo.add("tcp", local, server.getLocalPort());
            for (int i = 0; i < OF_EACH_KIND; i++) {
                zoo.connect(server, i);
                zoo.addUdp(local, i % 2 == 0);
            }
        }
        zoo.addDualStackListenerWithIpv4Client();
        return zoo;
    }

    /** Local ends of its listeners and UDP sockets, such as {@code tcp [::1]:4711}: each of its rows has one on one side. */
    Set<String> endpoints() {
        return endpoints;
    }

    private void add(String protocol, InetAddress address, int port) {
        // Java's sockets are IPv6 sockets even at an IPv4 address, and each program writes that in its own way.
        String host = address.getHostAddress();
        endpoints.add(protocol + " " + (host.equals("0:0:0:0:0:0:0:1") ? "[::1]" : host) + ":" + port);
        endpoints.add(protocol + " [::ffff:" + host + "]:" + port);
    }

    /** A connection that stays, or one that its client has half closed, or one that is over and leaves TIME-WAIT. */
    private void connect(ServerSocket server, int number) throws IOException {
        Socket client = keep(new Socket(server.getInetAddress(), server.getLocalPort()));
        Socket accepted = keep(server.accept());
        switch (number % 4) {
            case 0 -> client.shutdownOutput();
            case 1 -> closeBoth(client, accepted);
            default -> client.setTcpNoDelay(true);
        }
    }

    private static void closeBoth(Socket client, Socket accepted) throws IOException {
        client.shutdownOutput();
        // The end of the stream has come: from now on, closing leads to TIME-WAIT and not to a race.
        accepted.getInputStream().read();
        accepted.close();
        client.getInputStream().read();
        client.close();
    }

    private void addUdp(InetAddress local, boolean connected) throws IOException {
        DatagramSocket socket = keep(new DatagramSocket(0, local));
        add("udp", local, socket.getLocalPort());
        if (connected) {
            socket.connect(local, 9);
        }
    }

    private void addDualStackListenerWithIpv4Client() throws IOException {
        ServerSocket server = keep(new ServerSocket(0));
        for (String host : new String[] {"[::]", "127.0.0.1", "[::ffff:127.0.0.1]"}) {
            endpoints.add("tcp " + host + ":" + server.getLocalPort());
        }
        keep(SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.getLocalPort())));
        keep(server.accept());
    }

    private <T extends Closeable> T keep(T socket) {
        open.push(socket);
        return socket;
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
