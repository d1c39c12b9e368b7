// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.testrun.Holding;
import org.portio.testrun.Holdings;
import org.portio.testrun.OpenRun;
import org.portio.testrun.RunEnder;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;
import org.portio.testrun.TestRuns;

/** "Revert Now" takes back what was made for a run, also for one that has not ended, and says what it could not. */
class RevertingTest {

    private static final Holding BLOCK = new Holding(Holding.Kind.BLOCK, "1", "TCP 8080 inbound");

    @TempDir
    private Path folder;

    private TestRuns runs() {
        return TestRuns.of(new Places(folder, folder, folder, folder));
    }

    /** Blocks of some firewall, the only thing that these runs have. */
    private static final class Blocks implements Holdings {

        private final List<Holding> there = new ArrayList<>(List.of(BLOCK));
        private boolean refusing;

        @Override
        public Holding.Kind kind() {
            return Holding.Kind.BLOCK;
        }

        @Override
        public List<Holding> of(String run) {
            return List.copyOf(there);
        }

        @Override
        public void revert(Holding holding) throws PortioException {
            if (refusing) {
                throw new RunException(Failure.of(Kind.PERMISSION, "only root may"));
            }
            there.remove(holding);
        }
    }

    @Test
    void aRunThatHasNotEndedGoesOnWithoutWhatWasMadeForIt() throws Exception {
        TestRuns runs = runs();
        Blocks blocks = new Blocks();
        Object before = runs.sign();
        try (OpenRun run = runs.begin(TestRun.Kind.WITH, List.of("mvn", "verify"), "", false)) {
            assertNotEquals(before, runs.sign());
            runs.mark(run.id(), Holding.Kind.BLOCK);
            RunReport report = runs.list().getLast();
            assertTrue(RunTester.canRevert(report));
            assertEquals(
                    "Revert what PortIO made for the test run " + run.id()
                            + " (mvn verify)? It has not ended, and keeps running without it.",
                    Reverting.question(List.of(report)));

            Reverting.revert(new RunEnder(runs, List.of(blocks)), List.of(report));

            assertTrue(blocks.there.isEmpty());
            RunReport reverted = runs.report(run.id()).orElseThrow();
            assertEquals(RunReport.End.REVERTED, reverted.end());
            assertFalse(RunTester.canRevert(reverted));
            assertFalse(runs.isOpen(run.id()));
        }
    }

    @Test
    void whatCouldNotBeRevertedIsSaidAndCanBeTriedAgain() throws IOException {
        TestRuns runs = runs();
        Blocks blocks = new Blocks();
        blocks.refusing = true;
        RunEnder ender = new RunEnder(runs, List.of(blocks));
        try (OpenRun run = runs.begin(TestRun.Kind.WITH, List.of("mvn"), "", false)) {
            runs.mark(run.id(), Holding.Kind.BLOCK);
            RunException failure = assertThrows(
                    RunException.class,
                    () -> Reverting.revert(ender, List.of(runs.list().getLast())));
            assertTrue(failure.getMessage().endsWith("TCP 8080 inbound: only root may"), failure::getMessage);

            RunReport report = runs.report(run.id()).orElseThrow();
            assertTrue(RunTester.canRevert(report));
            assertEquals(
                    "Revert what PortIO made for the test run " + run.id() + " (mvn)?",
                    Reverting.question(List.of(report)));
            blocks.refusing = false;
            assertDoesNotThrow(() -> Reverting.revert(ender, List.of(report)));
            assertFalse(RunTester.canRevert(runs.report(run.id()).orElseThrow()));
        }
    }

    @Test
    void severalAreCounted() {
        assertEquals(
                "Revert what PortIO made for these 2 runs? Runs that have not ended keep running without it.",
                Reverting.question(List.of(Reports.ended("a"), Reports.ended("b"))));
    }
}
