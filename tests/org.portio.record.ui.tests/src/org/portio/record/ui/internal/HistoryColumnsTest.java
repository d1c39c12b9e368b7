// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.WrongFilterException;
import org.portio.record.Act;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.record.ui.internal.HistoryRow.Done;
import org.portio.record.ui.internal.HistoryRow.Gap;
import org.portio.ui.table.Column;

class HistoryColumnsTest {

    private static final HistoryRow LIFE = Lives.life(443, 5);
    private static final HistoryRow OPEN = Lives.life(444, null);
    private static final HistoryRow ACT =
            new Done(new Act(Lives.NOON, "alice", "block", "TCP 80 inbound", "nftables", "done", 80));

    @Test
    void showsALifeWithHowItIsKnown() {
        assertEquals("5.0 s", text("duration", LIFE));
        assertEquals("outgoing", text("what", LIFE));
        assertEquals("443", text("remotePort", LIFE));
        assertEquals("java", text("process", LIFE));
        assertEquals("1000", text("bytesSent", LIFE));
        assertEquals("SYN-SENT, ESTABLISHED", text("states", LIFE));
        assertEquals("tracepoint, socket-end", text("learnt", LIFE));
        assertEquals("open", text("closed", OPEN));
        assertEquals("", text("duration", OPEN));
    }

    @Test
    void showsWhatPortioDidWithItsPort() {
        assertEquals("PortIO: block TCP 80 inbound (nftables): done", text("what", ACT));
        assertEquals("80", text("localPort", ACT));
        assertEquals("alice", text("user", ACT));
        assertEquals("", text("remoteAddress", ACT));
    }

    @Test
    void saysOfATimeThatWasNotWatchedWhatItIs() {
        Gap gap = new Gap(Instant.MIN, Lives.NOON);

        assertEquals("not watched", text("what", gap));
        assertEquals("", text("opened", gap));
        assertTrue(HistoryColumns.model().pinned().test(gap));
        assertFalse(HistoryColumns.model().pinned().test(LIFE));
    }

    @Test
    void saysTheBoundsOfATimeThatIsNotKnownExactly() {
        Moment began = new Moment(Instant.MIN, Lives.NOON, Evidence.SNAPSHOT);
        Moment ended = new Moment(Lives.NOON, Instant.MAX, Evidence.SNAPSHOT);
        Moment within = new Moment(Lives.NOON, Lives.NOON.plusSeconds(10), Evidence.SNAPSHOT);

        assertEquals("before " + PastText.of(Lives.NOON), PastText.of(began));
        assertEquals("after " + PastText.of(Lives.NOON), PastText.of(ended));
        assertTrue(PastText.of(within).startsWith(PastText.of(Lives.NOON) + ".."), PastText.of(within));
    }

    @Test
    void canBeAskedOfASocketWhoseLifeIsNotRead() throws WrongFilterException {
        HistoryRow candidate = new Candidate(Lives.connection(443));
        for (Column<HistoryRow> column : HistoryColumns.model().columns()) {
            if (HistoryColumns.isOfSockets(column.id())) {
                assertEquals(column.text().apply(LIFE), column.text().apply(candidate), column.id());
            } else {
                assertFalse(column.cells().plain("e").test(LIFE), column.id() + " is only looked into by its name");
            }
        }
    }

    private static String text(String id, HistoryRow row) {
        return HistoryColumns.model().columns().stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text()
                .apply(row);
    }
}
