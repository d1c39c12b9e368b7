// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;

/** The table of runs tells what each opened and left, and shows which of them stand out. */
class RunColumnsTest {

    private static Map<String, String> cells(RunReport report) {
        return RunColumns.model(ZoneOffset.UTC).columns().stream()
                .collect(Collectors.toMap(
                        column -> column.id(), column -> column.text().apply(report)));
    }

    @Test
    void aRunThatHasEndedIsCounted() {
        RunReport report = Reports.ended("a")
                .with(RunReport.Record.EXACT, "", List.of(Reports.opened(Opened.Kind.BIND, "127.0.0.1", 80, 0)))
                .withLeaks(List.of(Reports.leak(false)))
                .withChanges(List.of(Reports.REVERTED, Reports.STAYING));

        assertEquals(
                Map.ofEntries(
                        Map.entry("started", "2026-03-01 12:00:00"),
                        Map.entry("kind", "with"),
                        Map.entry("command", "mvn verify"),
                        Map.entry("state", "exited"),
                        Map.entry("exit", "0"),
                        Map.entry("took", "1.5 s"),
                        Map.entry("opened", "1"),
                        Map.entry("left", "1"),
                        Map.entry("changes", "2"),
                        Map.entry("notReverted", "1"),
                        Map.entry("record", "exact"),
                        Map.entry("id", "a")),
                cells(report));
    }

    @Test
    void aRunThatRunsHasNoEnd() {
        Map<String, String> cells = cells(RunReport.of(Reports.run("b", "npm", "test")));
        assertEquals("runs", cells.get("state"));
        assertEquals("", cells.get("took"));
        for (String unknown : List.of("exit", "opened", "left", "changes", "notReverted", "record")) {
            assertEquals("", cells.get(unknown), unknown);
        }
    }

    @Test
    void whatIsLeftStandsOutUntilItIsGone() {
        assertNull(RunColumns.colour(Reports.ended("a").withChanges(List.of(Reports.REVERTED))));
        assertNull(RunColumns.colour(Reports.ended("a").withLeaks(List.of(Reports.leak(true)))));
        assertEquals(RunColumns.PROBLEM, RunColumns.colour(Reports.ended("a").withLeaks(List.of(Reports.leak(false)))));
        assertEquals(RunColumns.PROBLEM, RunColumns.colour(Reports.ended("a").withChanges(List.of(Reports.STAYING))));
    }
}
