// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.text.TimeText;
import org.portio.record.HistoryState;

class StatusCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Cli cli = new Cli();

    @Test
    void saysThatNobodyRecords() {
        Cli.Result result = cli.run("history", "status");
        assertEquals(1, result.code());
        assertEquals(
                List.of(
                        "Switched   off",
                        "Recording  no",
                        "Kept for   24 h, at most 200 MB",
                        "Since      -",
                        "Sockets    0",
                        "Size       0.0 MB",
                        "Folder     /state/history"),
                result.lines());
    }

    @Test
    void saysWhatIsKept() {
        cli.historyState = new HistoryState(Path.of("/state/history"), true, NOON, 1_234_567, 43_210_000, 0);
        Cli.Result result = cli.run("history", "status");
        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        "Switched   off",
                        "Recording  yes",
                        "Kept for   24 h, at most 200 MB",
                        "Since      " + TimeText.local(NOON),
                        "Sockets    1,234,567",
                        "Size       43.2 MB",
                        "Folder     /state/history"),
                result.lines());
    }

    @Test
    void saysThatSomeIsFromAnotherVersion() {
        cli.historyState = new HistoryState(Path.of("/state/history"), true, NOON, 1, 43_210_000, 2);
        Cli.Result result = cli.run("history", "status");
        assertEquals(0, result.code());
        assertTrue(
                result.err()
                        .startsWith(
                                "portio: 2 files of the history from another version of PortIO cannot be read by this"
                                        + " one"),
                result.err());
    }
}
