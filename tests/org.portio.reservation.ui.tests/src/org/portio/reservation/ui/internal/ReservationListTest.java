// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Failure;
import org.portio.core.system.Subscription;
import org.portio.reservation.HoldState;
import org.portio.reservation.Remap;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.testing.FakeReservations;
import org.portio.ui.list.ListState;

/** Tests what the list of reservations reports to its viewers. */
class ReservationListTest {

    private final ReservationList list = new ReservationList();

    @Test
    void whatIsToldIsKnownFromThenOn() {
        List<ListState<ReservationStatus>> seen = new ArrayList<>();
        Subscription subscription = list.onChange(seen::add);
        assertFalse(list.state().known());

        list.changed(List.of(Rows.tcp(80, HoldState.HELD)));
        subscription.close();
        list.changed(List.of());

        assertEquals(1, seen.size());
        assertEquals(1, seen.getFirst().rows().size());
        assertTrue(list.state().known() && list.state().rows().isEmpty());
    }

    @Test
    void aFailureLeavesTheRowsAndEndsWithTheNextOnes() {
        list.changed(List.of(Rows.tcp(80, HoldState.HELD)));
        list.failed(new ReservationException(Failure.of(ReservationException.Kind.FAILED, "the keeper is gone")));
        assertNotNull(list.state().failure());
        assertEquals(1, list.state().rows().size());

        list.changed(List.of());
        assertNull(list.state().failure());
    }

    @Test
    void newsOfARunStayWhileRowsChange() {
        list.tell("app has ended");
        list.changed(List.of(Rows.tcp(80, HoldState.HELD)));
        assertEquals("app has ended", list.state().note().line());
    }

    @Test
    void newsStandBesideThePortsThatProgramsHaveInPlaceOfOthers() {
        list.remapped(List.of(new Remap(8080, 18231, 42, "node", "/work", Instant.EPOCH)));
        list.tell("app has ended");
        assertEquals(
                "app has ended · node (PID 42) asked for port 8080 and has 18231, in /work",
                list.state().note().line());
    }

    @Test
    void withoutTheServiceItSaysWhatIsMissing() throws Exception {
        assertThrows(ReservationException.class, list::reservations);

        FakeReservations reservations = new FakeReservations();
        list.setReservations(reservations);
        assertEquals(reservations, list.reservations());

        list.unsetReservations(reservations);
        assertThrows(ReservationException.class, list::reservations);
    }
}
