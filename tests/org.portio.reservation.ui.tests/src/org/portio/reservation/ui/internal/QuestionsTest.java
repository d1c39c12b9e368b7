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
import org.portio.testing.FakeReservations;
import org.portio.ui.dialog.PortQuestion;

/** Tests the questions before something ends, and what happens then. */
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
    void aDialogSaysThatAPortIsReservedAlready() {
        String text = AlreadyReserved.of(List.of(held), new PortQuestion(8080, Protocol.TCP, "", ""));

        assertTrue(text.startsWith("TCP 8080 is already reserved"), text);
        assertEquals("", AlreadyReserved.of(List.of(held), new PortQuestion(8080, Protocol.UDP, "", "")));
    }
}
