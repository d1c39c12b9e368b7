// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;

/** The runs of a folder, and what they hold, made up. */
final class Runs {

    /** Holdings that only remember. */
    static final class Remembered implements Holdings {

        final Holding.Kind kind;
        final List<Holding> held = new ArrayList<>();
        boolean refuses;

        Remembered(Holding.Kind kind) {
            this.kind = kind;
        }

        @Override
        public Holding.Kind kind() {
            return kind;
        }

        @Override
        public List<Holding> of(String run) {
            return held.stream().filter(one -> one.key().startsWith(run)).toList();
        }

        @Override
        public void revert(Holding holding) throws PortioException {
            if (refuses) {
                throw new PortioException(Failure.of(Kind.PERMISSION, "not allowed"), null) {
                    private static final long serialVersionUID = 1L;
                };
            }
            held.remove(holding);
        }
    }

    final Path folder;
    final TestRuns runs;
    final Remembered blocks = new Remembered(Holding.Kind.BLOCK);

    Runs(Path home) {
        folder = home.resolve("state/runs");
        runs = TestRuns.of(Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home));
    }

    OpenRun begin(String... command) throws IOException {
        return runs.begin(TestRun.Kind.WITH, List.of(command), "", false);
    }

    /** Makes a block for a run, as a command within it does. */
    void block(String run, String text) throws IOException {
        runs.mark(run, Holding.Kind.BLOCK);
        blocks.held.add(new Holding(Holding.Kind.BLOCK, run + text, text));
    }

    RunEnder ender() {
        return new RunEnder(runs, List.of(blocks));
    }

    List<RunReport> settle() throws IOException {
        return ender().endAllThatAreOver(report -> report);
    }

    /** Makes it look as if the machine had been restarted since. */
    void restart(String run) throws IOException {
        Path file = folder.resolve("open").resolve(run).resolve("run.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"boot\":\"[^\"]*\"", "\"boot\":\"another\""));
    }
}
