// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.testing.Sockets;
import org.portio.ui.connection.ConnectionAction;

class ServerActionsTest {

    private final Connection listener = Sockets.listener("192.0.2.1", 8080);
    private final ServerActions actions = new ServerActions();

    @Test
    void theLocalPortOfAConnectionCanBeServed() {
        assertEquals(
                List.of(new ConnectionAction(
                        "Start Server on Port 8080...",
                        StartServerHandler.ID,
                        Map.of(StartServerHandler.PORT, "8080", StartServerHandler.PROTOCOL, "TCP"))),
                actions.actions(List.of(listener)));
    }

    @Test
    void aServerIsStartedOnOnePort() {
        assertEquals(List.of(), actions.actions(List.of(listener, listener)));
    }
}
