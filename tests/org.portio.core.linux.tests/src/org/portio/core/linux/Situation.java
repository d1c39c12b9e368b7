// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;

/** Sockets that occupy a port in one of the possible ways. */
final class Situation implements AutoCloseable {

    /** The ways. */
    enum Kind {
        NOBODY,
        LISTENER_ON_ALL_IPV4,
        LISTENER_ON_IPV4_LOOPBACK,
        LISTENER_ON_IPV6_LOOPBACK,
        LISTENER_ON_ALL,
        LISTENER_WITHOUT_REUSE,
        NOT_YET_ACCEPTED,
        BOUND,
        BOUND_WITH_REUSE,
        BOUND_ON_ALL_REUSE_TURNED_OFF,
        TIME_WAIT_OF_A_SERVER,
        TIME_WAIT_OF_A_CLIENT,
        FIN_WAIT_WITHOUT_PROCESS,
        CLOSE_WAIT_OF_A_PROCESS,
        ACCEPTED_AND_LISTENER_GONE,
        ACCEPTED_WITHOUT_REUSE_AND_LISTENER_GONE,
        OUTGOING,
        UDP,
        UDP_WITH_REUSE,
        UDP_CONNECTED
    }

    private static final String LOOPBACK = "127.0.0.1";

    private final List<Closeable> open = new ArrayList<>();
    private int port;

    /** Made again if somebody else, or an earlier test, has left a socket with the same port. */
    static Situation of(Kind kind) throws IOException, ConnectionException {
        int expected = kind == Kind.NOBODY ? 0 : kind == Kind.NOT_YET_ACCEPTED ? 2 : 1;
        while (true) {
            Situation situation = new Situation(kind);
            if (situation.sockets(protocol(kind)) == expected) {
                return situation;
            }
            situation.close();
        }
    }

    private long sockets(Protocol protocol) throws ConnectionException {
        return new LinuxConnectionSource()
                .read().connections().stream()
                        .filter(row -> row.protocol() == protocol && row.local().port() == port)
                        .count();
    }

    private Situation(Kind kind) throws IOException {
        switch (kind) {
            case NOBODY -> port = Programs.freePort();
            case LISTENER_ON_ALL_IPV4 -> listen("0.0.0.0", true);
            case LISTENER_ON_IPV4_LOOPBACK -> listen(LOOPBACK, true);
            case LISTENER_ON_IPV6_LOOPBACK -> listen("::1", true);
            case LISTENER_ON_ALL -> listen("::", true);
            case LISTENER_WITHOUT_REUSE -> listen("0.0.0.0", false);
            case NOT_YET_ACCEPTED -> connect(listen(LOOPBACK, true));
            case BOUND -> bind(channel(LOOPBACK), LOOPBACK, false);
            case BOUND_WITH_REUSE -> bind(channel(LOOPBACK), LOOPBACK, true);
            case BOUND_ON_ALL_REUSE_TURNED_OFF ->
                bind(channel("::"), "::", true).setOption(StandardSocketOptions.SO_REUSEADDR, false);
            case TIME_WAIT_OF_A_SERVER -> endServerFirst(true);
            case FIN_WAIT_WITHOUT_PROCESS -> endServerFirst(false);
            case TIME_WAIT_OF_A_CLIENT -> endClientFirst(true);
            case CLOSE_WAIT_OF_A_PROCESS -> endClientFirst(false);
            case ACCEPTED_AND_LISTENER_GONE -> accept(true);
            case ACCEPTED_WITHOUT_REUSE_AND_LISTENER_GONE -> accept(false);
            case OUTGOING -> outgoing();
            case UDP -> bind(DatagramChannel.open(StandardProtocolFamily.INET), LOOPBACK, false);
            case UDP_WITH_REUSE -> bind(DatagramChannel.open(StandardProtocolFamily.INET), LOOPBACK, true);
            default -> // UDP_CONNECTED
                ((DatagramChannel) bind(DatagramChannel.open(StandardProtocolFamily.INET), LOOPBACK, false))
                        .connect(new InetSocketAddress(LOOPBACK, 9));
        }
    }

    int port() {
        return port;
    }

    static Protocol protocol(Kind kind) {
        return kind.name().startsWith("UDP") ? Protocol.UDP : Protocol.TCP;
    }

    private static StandardProtocolFamily family(String address) {
        return address.contains(":") ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
    }

    private static SocketChannel channel(String address) throws IOException {
        return SocketChannel.open(family(address));
    }

    private NetworkChannel bind(NetworkChannel channel, String address, boolean reuse) throws IOException {
        open.add(channel);
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
        port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return channel;
    }

    private ServerSocketChannel listen(String address, boolean reuse) throws IOException {
        return (ServerSocketChannel) bind(ServerSocketChannel.open(family(address)), address, reuse);
    }

    private SocketChannel connect(ServerSocketChannel server) throws IOException {
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        open.add(client);
        return client;
    }

    private SocketChannel acceptOf(ServerSocketChannel server) throws IOException {
        SocketChannel accepted = server.accept();
        open.add(accepted);
        server.close();
        return accepted;
    }

    private void accept(boolean reuse) throws IOException {
        ServerSocketChannel server = listen(LOOPBACK, reuse);
        connect(server);
        acceptOf(server);
    }

    /** If the client does not also end, the server's end waits for that. */
    private void endServerFirst(boolean both) throws IOException {
        ServerSocketChannel server = listen(LOOPBACK, true);
        SocketChannel client = connect(server);
        acceptOf(server).close();
        awaitEnd(client);
        if (both) {
            client.close();
        }
    }

    private void endClientFirst(boolean both) throws IOException {
        ServerSocketChannel server = listen(LOOPBACK, true);
        SocketChannel client = connect(server);
        SocketChannel accepted = acceptOf(server);
        if (both) {
            port = ((InetSocketAddress) client.getLocalAddress()).getPort();
        }
        client.shutdownOutput();
        awaitEnd(accepted);
        if (both) {
            accepted.close();
            awaitEnd(client);
            client.close();
        }
    }

    private static void awaitEnd(SocketChannel channel) throws IOException {
        if (channel.read(ByteBuffer.allocate(1)) != -1) {
            throw new IOException("the other end has not ended");
        }
    }

    private void outgoing() throws IOException {
        ServerSocketChannel server = listen(LOOPBACK, true);
        port = ((InetSocketAddress) connect(server).getLocalAddress()).getPort();
    }

    @Override
    public void close() throws IOException {
        for (Closeable channel : open.reversed()) {
            channel.close();
        }
    }
}
