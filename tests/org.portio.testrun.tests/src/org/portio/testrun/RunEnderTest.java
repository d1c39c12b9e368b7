// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEnderTest {

    @TempDir
    private Path home;

    private Runs all;

    @BeforeEach
    void makeRuns() {
        all = new Runs(home);
    }

    @Test
    void revertsWhatOneHasMadeAndNothingElse() throws Exception {
        all.blocks.held.add(new Holding(Holding.Kind.BLOCK, "of-the-user", "TCP 1"));
        try (OpenRun run = all.begin("true")) {
            all.block(run.id(), "TCP 2");

            RunReport report = all.ender().end(RunReport.of(run.run()).ended(Instant.EPOCH, RunReport.End.EXITED, 0));

            assertEquals(List.of("TCP 2"), texts(report));
            assertTrue(report.isReverted());
            assertEquals(
                    List.of("of-the-user"),
                    all.blocks.held.stream().map(Holding::key).toList());
            assertEquals(report, all.runs.report(run.id()).orElseThrow());
            assertFalse(all.runs.isAny());
        }
    }

    @Test
    void revertsOneThatWasKilled() throws Exception {
        OpenRun run = all.begin("true");
        all.block(run.id(), "TCP 2");
        run.close();

        List<RunReport> reports = all.settle();

        assertEquals(1, reports.size());
        assertEquals(RunReport.End.KILLED, reports.getFirst().end());
        assertEquals(List.of(), all.blocks.held);
        assertEquals(List.of(), all.settle());
    }

    @Test
    void revertsOneThatARestartEnded() throws Exception {
        OpenRun run = all.begin("true");
        all.block(run.id(), "TCP 2");
        run.close();
        all.restart(run.id());

        assertEquals(RunReport.End.RESTARTED, all.settle().getFirst().end());
        assertEquals(List.of(), all.blocks.held);
    }

    @Test
    void triesAgainWhatCouldNotBeReverted() throws Exception {
        OpenRun run = all.begin("true");
        all.block(run.id(), "TCP 2");
        run.close();
        all.blocks.refuses = true;

        RunReport first = all.settle().getFirst();
        assertFalse(first.isReverted());
        assertEquals("not allowed", first.changes().getFirst().detail());
        assertTrue(all.runs.isAny());

        all.blocks.refuses = false;
        assertTrue(all.settle().getFirst().isReverted());
        assertFalse(all.runs.isAny());
    }

    @Test
    void laterEndOfTheSameRunKeepsWhatWasRevertedBefore() throws Exception {
        try (OpenRun run = all.begin("true")) {
            all.block(run.id(), "TCP 2");
            RunReport report = RunReport.of(run.run()).ended(Instant.EPOCH, RunReport.End.EXITED, 0);
            all.ender().end(report);

            assertEquals(List.of("TCP 2"), texts(all.ender().end(report)));
        }
    }

    @Test
    void asksForNothingThatWasNeverMade() throws Exception {
        OpenRun run = all.begin("true");
        all.blocks.held.add(new Holding(Holding.Kind.BLOCK, run.id(), "not marked"));
        run.close();

        assertEquals(List.of(), all.settle().getFirst().changes());
    }

    @Test
    void revertsOneWhoseFileIsDamaged() throws Exception {
        OpenRun run = all.begin("true");
        all.block(run.id(), "TCP 2");
        run.close();
        Files.writeString(all.folder.resolve("open").resolve(run.id()).resolve("run.json"), "{");

        all.settle();

        assertEquals(List.of(), all.blocks.held);
        assertFalse(all.runs.isAny());
    }

    private static List<String> texts(RunReport report) {
        return report.changes().stream().map(change -> change.holding().text()).toList();
    }
}
