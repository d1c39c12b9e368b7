// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.server.Stopping;
import org.portio.server.ServerMode;
import org.portio.testing.FakeReservations;

/** What is asked before something ends, and what happens then. */
class QuestionsTest {

    private final ReservationStatus held =
            Rows.reservation(PortKey.of(8080, Protocol.TCP), "", "load test", HoldState.HELD, "");

    @Test
    void releasingNamesThePorts() {
        assertEquals("Release TCP 8080 (load test)?", Releasing.question(List.of(held)));
        String both = Releasing.question(List.of(held, Rows.tcp(9, HoldState.HELD)));
        assertTrue(both.startsWith("Release all of these 2?") && both.contains("TCP 9"), both);
    }

    @Test
    void releasingALentPortSaysWhatBecomesOfItsProgram() {
        String question = Releasing.question(List.of(Rows.tcp(9, HoldState.LENT)));
        assertTrue(question.startsWith("Release TCP 9?") && question.contains("program"), question);
    }

    @Test
    void theQuestionDoesNotGrowBeyondTheScreen() {
        String question = Releasing.question(Collections.nCopies(100, held));
        assertTrue(question.endsWith("and 85 more"), question);
    }

    @Test
    void oneThatCannotBeReleasedKeepsNoOtherFromIt() throws Exception {
        FakeReservations reservations = new FakeReservations();
        reservations.put(held);
        List<PortKey> keys = List.of(PortKey.of(1, Protocol.TCP), held.key());

        assertThrows(ReservationException.class, () -> Releasing.release(reservations, keys));

        assertEquals(List.of(), reservations.list());
    }

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
}
