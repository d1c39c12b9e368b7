// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunsTest {

    @TempDir
    private Path home;

    private Runs all;

    @BeforeEach
    void makeRuns() {
        all = new Runs(home);
    }

    @Test
    void isOpenAsLongAsItsProcessLives() throws Exception {
        assertFalse(all.runs.isAny());
        OpenRun run = all.begin("true");
        assertTrue(all.runs.isOpen(run.id()));
        assertTrue(all.runs.isAny());
        assertEquals(List.of(), all.settle());

        run.close();

        assertFalse(all.runs.isOpen(run.id()));
        assertTrue(all.runs.isKnown(run.id()));
    }

    @Test
    void nothingIsMadeForOneThatHasEnded() throws Exception {
        OpenRun run = all.begin("true");
        run.close();
        all.settle();

        assertThrows(NoSuchFileException.class, () -> all.runs.mark(run.id(), Holding.Kind.BLOCK));
        assertFalse(all.runs.isAny());
        assertTrue(all.runs.isKnown(run.id()));
    }

    @Test
    void oneInAnotherEndsWithIt() throws Exception {
        OpenRun outer = all.begin("outer");
        try (OpenRun inner = all.runs.begin(TestRun.Kind.LEASE, List.of("inner"), outer.id(), false)) {
            assertTrue(all.runs.isOpen(inner.id()));

            outer.close();

            assertFalse(all.runs.isOpen(inner.id()));
        }
    }

    @Test
    void oneByTimeOutlivesItsProcessButNoRestart() throws Exception {
        TestRun lasting = all.runs.begin(TestRun.Kind.LEASE, "", Duration.ofHours(1));
        TestRun over = all.runs.begin(TestRun.Kind.LEASE, "", Duration.ZERO);
        assertTrue(all.runs.isOpen(lasting.id()));
        assertFalse(all.runs.isOpen(over.id()));

        all.restart(lasting.id());

        assertFalse(all.runs.isOpen(lasting.id()));
    }

    @Test
    void aNameFromTheEnvironmentLeadsNowhereElse() {
        assertEquals("", TestRuns.id(Map.of("PORTIO_RUN", "../../etc")));
        assertEquals("", TestRuns.id(Map.of()));
        assertEquals("m1-2-3", TestRuns.id(Map.of("PORTIO_RUN", "m1-2-3")));
        assertFalse(all.runs.isOpen("."));
        assertFalse(all.runs.isKnown("../x"));
    }

    @Test
    void oneThatWasKilledWhileItBeganIsNone() throws Exception {
        Path unfinished = all.folder.resolve("open/.m1-2-3");
        Files.createDirectories(unfinished);
        Files.createFile(unfinished.resolve("lock"));

        assertEquals(List.of(), all.settle());
        assertEquals(List.of(), all.runs.list());
    }

    @Test
    void listsThoseThatRunAndThoseThatHaveEnded() throws Exception {
        OpenRun first = all.begin("first");
        first.close();
        all.settle();
        try (OpenRun second = all.begin("second")) {
            List<RunReport> listed = all.runs.list();
            assertEquals(
                    List.of(first.id(), second.id()),
                    listed.stream().map(report -> report.run().id()).toList());
            assertEquals(RunReport.End.KILLED, listed.getFirst().end());
            assertEquals(RunReport.End.RUNS, listed.getLast().end());
        }
    }
}
