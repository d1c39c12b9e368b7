// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.testing.Sockets;

class MarkdownExporterTest {

    private final MarkdownExporter exporter = new MarkdownExporter();

    @Test
    void writesATableOfTheColumnsThatHaveValues() throws IOException {
        List<String> lines = Samples.text(exporter, Samples.SHARED, Samples.CONNECTED, Samples.HIDDEN)
                .lines()
                .toList();

        assertTrue(lines.getFirst().startsWith("# Connections at 2026-03-"), lines.getFirst());
        assertEquals("All 3 sockets. Owners of 1 socket hidden: run with privileges.", lines.get(2));
        assertEquals(
                List.of(
                        "| Protocol | Local Address | Local Port | Remote Address | Remote Port | State | PID | Process | User |",
                        "| --- | --- | ---: | --- | ---: | --- | ---: | --- | --- |",
                        "| TCP | 127.0.0.1 | 8080 |  |  | LISTEN | 42, 43 | java | root |",
                        "| UDP | ::1 | 38957 | ::1 | 5559 | connected | 8 | dig | root |",
                        "| TCP | :: | 22 |  |  | LISTEN | ? | ? |  |"),
                lines.subList(4, lines.size()));
    }

    @Test
    void foreignTextBeginsNothing() throws IOException {
        ProcessInfo owner = new ProcessInfo(1, null, "<b>|*x*|`[a](b)`\n\u202e&amp;", "", "", Sockets.ROOT, 0);

        String text = Samples.text(exporter, Samples.ownedBy(owner));

        assertTrue(text.contains("| \\<b\\>\\|\\*x\\*\\|\\`\\[a\\](b)\\`??\\&amp; |"), text);
    }

    @Test
    void saysHowManyOfHowManyItShows() throws IOException {
        assertEquals("1 of 2 sockets.", text(chosen(Samples.SHARED)).get(2));
        assertEquals("0 of 2 sockets.", text(chosen()).get(2));
    }

    private static Snapshot chosen(Connection... chosen) {
        return Samples.snapshot(Samples.SHARED, Samples.CONNECTED).with(List.of(chosen));
    }

    private List<String> text(Snapshot snapshot) throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(snapshot, out);
        return out.toString().lines().toList();
    }
}
