// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;
import org.portio.ui.table.Column;

/** The columns of the servers, and the text of their transcripts. */
class ServerColumnsTest {

    private static final List<Column<ServerStatus>> COLUMNS =
            ServerColumns.model(ZoneOffset.UTC).columns();

    private final ServerStatus timed = Rows.server(8080, ServerMode.HTTP_OK, "127.0.0.1", 2, 70);
    private final ServerStatus endless = new ServerStatus(
            new ServerRequest(53, Protocol.UDP, ServerMode.ECHO, "", null), Rows.NOON, null, 0, 0, 0, 0);

    @Test
    void aRowShowsTheRequestAndWhatCameOfIt() {
        assertEquals(
                List.of(
                        "8080",
                        "TCP",
                        "http-ok",
                        "127.0.0.1",
                        "2026-01-02 12:00:00",
                        "2026-01-02 12:05:00",
                        "3",
                        "2",
                        "70",
                        "140"),
                texts(timed));
    }

    @Test
    void oneWithoutAnEndOnAllAddressesSaysSo() {
        assertEquals(
                List.of("53", "UDP", "echo", "all", "2026-01-02 12:00:00", "", "0", "0", "0", "0"), texts(endless));
    }

    @Test
    void whatEndsSoonestIsFirstAndWhatDoesNotLast() {
        Comparator<? super ServerStatus> byEnd = COLUMNS.stream()
                .filter(column -> column.id().equals("ends"))
                .findFirst()
                .orElseThrow()
                .order(false);
        assertTrue(byEnd.compare(timed, endless) < 0);
        assertEquals(0, byEnd.compare(endless, endless));
    }

    @Test
    void aTranscriptIsALineForEachEntryInColumns() {
        List<TranscriptEntry> entries = List.of(
                new TranscriptEntry(Rows.NOON, "127.0.0.1:5", "connected"),
                new TranscriptEntry(Rows.NOON.plusMillis(1500), "127.0.0.1:50000", "closed"));
        assertEquals(
                "12:00:00.000  127.0.0.1:5      connected\n12:00:01.500  127.0.0.1:50000  closed",
                TranscriptText.of(entries, ZoneOffset.UTC));
        assertEquals("", TranscriptText.of(List.of(), ZoneOffset.UTC));
    }

    private static List<String> texts(ServerStatus row) {
        return COLUMNS.stream().map(column -> column.text().apply(row)).toList();
    }
}
