// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.server.ServerMode;
import org.portio.testing.FakeReservations;
import org.portio.ui.dialog.PortQuestion;

/** Tests the messages before a server starts or ends. */
class StoppingTest {

    @Test
    void stoppingAsksAndSaysWhatIsLost() {
        assertEquals(
                "Stop the server on TCP 80? Its transcript is lost.",
                Stopping.question(List.of(Rows.server(80, ServerMode.ECHO, "", 0, 9))));
        assertEquals(
                "Stop the server on TCP 80? That closes one connection of its clients, and its transcript is lost.",
                Stopping.question(List.of(Rows.server(80, ServerMode.ECHO, "", 1, 9))));
        assertEquals(
                "Stop these 2 servers? That closes 5 connections of their clients, and their transcripts are lost.",
                Stopping.question(List.of(
                        Rows.server(80, ServerMode.ECHO, "", 2, 9), Rows.server(81, ServerMode.ECHO, "", 3, 9))));
    }

    @Test
    void startingSaysThatAReservedPortIsLent() throws Exception {
        FakeReservations reservations = new FakeReservations();
        Reservation reservation =
                new Reservation(PortKey.of(8080, Protocol.TCP), "", "", HandOver.AUTO, false, Instant.EPOCH);
        reservations.put(new ReservationStatus(reservation, HoldState.HELD, Instant.EPOCH, "", 0));
        PortQuestion question = new PortQuestion(8080, Protocol.TCP, "", "");

        String text = PortLending.of(reservations, question);

        assertTrue(text.contains("lends it to the server"), text);
        assertEquals("", PortLending.of(reservations, new PortQuestion(9, Protocol.TCP, "", "")));
        assertEquals("", PortLending.of(null, question));
    }
}
