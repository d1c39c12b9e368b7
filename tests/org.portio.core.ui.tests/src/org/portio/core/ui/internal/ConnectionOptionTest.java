// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;

class ConnectionOptionTest {

    private final Connection listener = Connections.listener(80);
    private final Connection established = Connections.tcp(80, 5000, TcpState.ESTABLISHED);
    private final Connection udp = Connections.udp(53);

    @Test
    void protocolsAreShownOneByOne() {
        assertTrue(ConnectionOption.accept(Set.of(ConnectionOption.TCP), established));
        assertFalse(ConnectionOption.accept(Set.of(ConnectionOption.TCP), udp));
        assertTrue(ConnectionOption.accept(Set.of(ConnectionOption.UDP), udp));
        assertFalse(ConnectionOption.accept(Set.of(ConnectionOption.UDP), listener));
    }

    @Test
    void listeningOnlyLeavesWhatOthersCanReach() {
        Set<ConnectionOption> options =
                Set.of(ConnectionOption.TCP, ConnectionOption.UDP, ConnectionOption.LISTENING_ONLY);
        assertTrue(ConnectionOption.accept(options, listener));
        assertTrue(ConnectionOption.accept(options, udp));
        assertFalse(ConnectionOption.accept(options, established));
    }
}
