// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;
import org.portio.ui.connection.ConnectionAction;

class ReservationActionsTest {

    private final Connection listener = Sockets.listener("192.0.2.1", 8080);
    private final ReservationActions actions = new ReservationActions();

    @Test
    void theLocalPortOfAConnectionCanBeReserved() {
        ConnectionAction reserve = actions.actions(List.of(listener)).getFirst();

        assertEquals("Reserve Port 8080...", reserve.label());
        assertEquals("8080", reserve.parameters().get(ReserveCommand.PORT));
    }

    @Test
    void aClientsProgramIsNotWhomItsPortIsKeptFor() {
        Connection client = Sockets.tcp(
                Sockets.endpoint("192.0.2.1", 50000), Sockets.endpoint("192.0.2.9", 443), TcpState.ESTABLISHED);

        assertEquals(
                "", actions.actions(List.of(client)).getFirst().parameters().get(ReserveCommand.EXECUTABLE));
    }

    @Test
    void onePortIsReservedAtATime() {
        assertEquals(List.of(), actions.actions(List.of(listener, listener)));
    }
}
