// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.Blocks;
import org.portio.testing.Sockets;
import org.portio.ui.connection.ConnectionAction;

class FirewallActionsTest {

    private final Connection listener = Sockets.listener("192.0.2.1", 8080);

    @Test
    void aListenersPortCanBeBlocked() {
        assertEquals(List.of("Block Port 8080..."), labels(listener));
    }

    @Test
    void aConnectionsRemotePortCanBeBlockedToo() {
        Connection client = Sockets.tcp(
                Sockets.endpoint("192.0.2.1", 50000), Sockets.endpoint("192.0.2.9", 443), TcpState.ESTABLISHED);
        assertEquals(List.of("Block Port 50000...", "Block Outbound Port 443..."), labels(client));
    }

    @Test
    void whatIsBlockedCanBeUnblocked() {
        Block one = Blocks.of(Blocks.tcp("8080"));
        Block range = Blocks.of(Blocks.tcp("8000-8100"));
        Block other = Blocks.of(Blocks.tcp("80"));

        List<ConnectionAction> entries = FirewallActions.of(listener, List.of(one, range, other));

        assertEquals(
                List.of("Block Port 8080...", "Unblock Port 8080...", "Unblock Ports 8000-8100..."),
                entries.stream().map(ConnectionAction::label).toList());
        assertEquals(one.id().toString(), entries.get(1).parameters().get(FirewallActions.IDS));
    }

    @Test
    void aPortOfAnotherNetworkNamespaceIsOfferedWithWhyItCannotBeBlocked() {
        Connection other = listener.with().namespace("4026532008").build();
        ConnectionAction entry = FirewallActions.of(other, List.of()).getFirst();

        assertEquals("Block Port 8080... (in another network namespace)", entry.text());
        assertEquals("in another network namespace", entry.whyNot());
    }

    private static List<String> labels(Connection connection) {
        return FirewallActions.of(connection, List.of()).stream()
                .map(ConnectionAction::label)
                .toList();
    }
}
