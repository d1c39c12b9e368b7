// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.port.ServiceNames;

class PortServicesTest {

    private final PortServices services =
            new PortServices(ServiceNames.parse(List.of("http 80/tcp", "other 50000/tcp")));

    @Test
    void theServiceIsNamedAtTheEndWhichServes() {
        Connection client = Connections.tcp(50000, 80, TcpState.ESTABLISHED);

        assertEquals("", services.name(client, client.local()));
        assertEquals("http", services.name(client, client.remote()));
    }

    @Test
    void aListenerServesAtItsOnlyEnd() {
        Connection listener = Connections.listener(50000);

        assertEquals("other", services.name(listener, listener.local()));
    }
}
