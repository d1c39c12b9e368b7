// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.hold.LinuxSockets;

/**
 * Processes that are killed at a random moment while they reserve. The environment variable PORTIO_ROUNDS sets how
 * often; the build tries some.
 */
class CrashTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "20"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    @Test
    void losesNothingThatItHasAnsweredAndLeavesAWholeFile() throws Exception {
        assumeTrue(LinuxSockets.arePossible(), "skipped: only on Linux is every address of 127.0.0.0/8 local");
        int port = TestPorts.free();
        Path told = Files.createFile(home.resolve("told.txt"));
        Random random = new Random(20260301);
        for (int round = 0; round < ROUNDS; round++) {
            int before = count(told);
            Process writer = start(told, port, round * 200);
            assertTrue(TestPorts.becomes(() -> count(told) > before, PATIENCE), "round " + round + ": it writes");
            Thread.sleep(random.nextLong(60));
            writer.destroyForcibly().waitFor();

            check(told, "round " + round);
        }
    }

    private void check(Path told, String round) throws Exception {
        Set<String> answered = Set.copyOf(Files.readAllLines(told));
        try (HeldPorts engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor())) {
            List<ReservationStatus> all = engine.list();
            Set<String> kept =
                    all.stream().map(status -> status.key().address()).collect(Collectors.toSet());
            assertTrue(kept.containsAll(answered), round);
            assertTrue(all.stream().allMatch(status -> status.state() == HoldState.HELD), round);
            assertEquals(List.of(), engine.reports(), round);
        }
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".tmp")).toList(),
                    round);
        }
    }

    private static int count(Path told) {
        try {
            return Files.readAllLines(told).size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(Path told, int port, int first) throws Exception {
        List<String> command = TestJava.command(
                Writer.class, home.toString(), told.toString(), String.valueOf(port), String.valueOf(first));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
