// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.table.Column;

class ReservationColumnsTest {

    private static final List<Column<ReservationStatus>> COLUMNS =
            ReservationColumns.model(ZoneOffset.UTC, _ -> false).columns();

    private final ReservationStatus row = Rows.reservation(
            new PortKey(8080, Protocol.UDP, "127.0.0.1"),
            "/usr/bin/app",
            "for tests",
            HoldState.CONFLICT,
            "taken by nginx");

    @Test
    void aRowShowsTheReservationAndHowItStands() {
        assertEquals(
                List.of(
                        "8080",
                        "UDP",
                        "127.0.0.1",
                        "conflict",
                        "/usr/bin/app",
                        "2026-01-02 12:00:00",
                        "for tests",
                        "taken by nginx",
                        "auto"),
                COLUMNS.stream().map(column -> column.text().apply(row)).toList());
    }

    @Test
    void thePortOnAllAddressesSaysSo() {
        assertEquals("all", column("address").text().apply(Rows.tcp(1, HoldState.HELD)));
    }

    @Test
    void portsAreSortedByNumber() {
        assertTrue(column("port").order(false).compare(Rows.tcp(9, HoldState.HELD), Rows.tcp(80, HoldState.HELD)) < 0);
    }

    @Test
    void eachStateHasAWordOfItsOwn() {
        List<String> words = Arrays.stream(HoldState.values())
                .map(state -> column("state").text().apply(Rows.tcp(1, state)))
                .toList();
        assertEquals(List.of("held", "unproven", "lent", "conflict", "denied"), words);
    }

    @Test
    void whatIsNotHeldStandsOut() {
        assertNull(ReservationColumns.colour(Rows.tcp(1, HoldState.HELD)));
        assertEquals(ReservationColumns.LENT, ReservationColumns.colour(Rows.tcp(1, HoldState.LENT)));
        for (HoldState state : List.of(HoldState.CONFLICT, HoldState.DENIED, HoldState.UNPROVEN)) {
            assertEquals(ReservationColumns.NOT_HELD, ReservationColumns.colour(Rows.tcp(1, state)), state.label());
        }
    }

    private static Column<ReservationStatus> column(String id) {
        return COLUMNS.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
