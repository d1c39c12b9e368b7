// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.feed.internal.Clients.Client;

/** Real connections, of which the library tells only the host when they have proved their keys. */
class ClientsTest {

    private static final String HOST = "127.0.0.1";

    private final Clients clients = new Clients(10, 60_000);
    private final List<SocketChannel> opened = new ArrayList<>();
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : opened) {
            channel.close();
        }
        server.close();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel subscriber = SocketChannel.open(server.getLocalAddress());
        SocketChannel accepted = server.accept();
        opened.addAll(List.of(subscriber, accepted));
        clients.accept(accepted);
        return accepted;
    }

    private List<List<String>> names() {
        return clients.all().stream()
                .sorted(Comparator.comparingLong(Client::accepted))
                .map(client -> client.names().stream().distinct().sorted().toList())
                .toList();
    }

    @Test
    void oneAfterTheOtherHasItsName() throws IOException {
        connect();
        clients.named(HOST, "dashboard");
        connect();
        clients.named(HOST, "alerts");
        assertEquals(List.of(List.of("dashboard"), List.of("alerts")), names());
    }

    @Test
    void severalOfOneKeyHaveItsName() throws IOException {
        for (int i = 0; i < 3; i++) {
            connect();
        }
        for (int i = 0; i < 3; i++) {
            clients.named(HOST, "dashboard");
        }
        assertEquals(List.of(List.of("dashboard"), List.of("dashboard"), List.of("dashboard")), names());
    }

    @Test
    void ofSeveralKeysEachMayHaveAny() throws IOException {
        connect();
        connect();
        clients.named(HOST, "dashboard");
        clients.named(HOST, "alerts");
        connect();
        clients.named(HOST, "later");
        List<String> both = List.of("alerts", "dashboard");
        assertEquals(List.of(both, both, List.of("later")), names());
    }

    @Test
    void oneWithoutAKeyTakesNoNameAway() throws IOException {
        SocketChannel stranger = connect();
        connect();
        clients.named(HOST, "dashboard");
        stranger.close();
        assertEquals(List.of(List.of("dashboard")), names());
        clients.named("192.0.2.1", "elsewhere");
        assertEquals(List.of(List.of("dashboard")), names());
    }
}
