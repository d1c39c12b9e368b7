// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.reservation.ui.internal.ReserveCommand;
import org.portio.testing.Sockets;

class ConnectionEntryTest {

    @Test
    void theLocalPortOfAConnectionCanBeReservedAndServed() {
        List<ConnectionEntry> entries = ConnectionEntry.of(Sockets.listener("192.0.2.1", 8080));

        assertEquals(
                List.of("Reserve Port 8080...", "Start Server on Port 8080..."),
                entries.stream().map(ConnectionEntry::label).toList());
        assertEquals("8080", entries.getFirst().parameters().get(ReserveCommand.PORT));
        assertEquals(
                Map.of(ReserveCommand.PORT, "8080", ReserveCommand.PROTOCOL, "TCP"),
                entries.getLast().parameters());
    }

    @Test
    void aClientsProgramIsNotWhomItsPortIsKeptFor() {
        Connection client = Sockets.tcp(
                Sockets.endpoint("192.0.2.1", 50000), Sockets.endpoint("192.0.2.9", 443), TcpState.ESTABLISHED);
        assertEquals("", ConnectionEntry.of(client).getFirst().parameters().get(ReserveCommand.EXECUTABLE));
    }
}
