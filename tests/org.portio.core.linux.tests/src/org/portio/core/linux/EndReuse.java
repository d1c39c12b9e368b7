// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.testing.ScratchActions;

/**
 * Main class of {@link EndReuseTest}, started as the first process of a pid namespace. Each round has a process ended
 * while its pid is just given to an innocent one.
 */
final class EndReuse {

    private static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");
    /** Far from those of this process's threads. */
    private static final long PID = 2000;
    /** The kernel tells when a process started in hundredths of a second: two within one are not told apart. */
    private static final long TICK_MILLIS = 11;

    private static final int LATEST_MICROS = 3000;

    private final Processes processes = Processes.ofSystem();
    private final ProcessEnder ender = ProcessEnder.over(
            processes, ConnectionMonitor.over(List.of(new LinuxConnectionSource())), _ -> "", ScratchActions.log());
    private int reused;
    private int inTime;

    private EndReuse() {}

    /** Arguments: rounds. */
    public static void main(String... args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        EndReuse reuse = new EndReuse();
        for (int round = 0; round < rounds; round++) {
            reuse.round(round);
        }
        IO.println("reused " + reuse.reused + ", ended in time " + reuse.inTime + ", innocent hit 0");
        System.exit(0);
    }

    private void round(int number) throws Exception {
        Process victim = start();
        ProcessInfo info = processes.read(victim.pid()).orElseThrow();
        EndRequest request = new EndRequest(List.of(info), null, number % 2 == 0, false, Duration.ofSeconds(5));
        Thread.sleep(TICK_MILLIS);
        CompletableFuture<EndResult> ending = CompletableFuture.supplyAsync(() -> end(request, number));
        TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(LATEST_MICROS));
        victim.destroyForcibly().waitFor();
        Process innocent = start();
        reused += innocent.pid() == victim.pid() ? 1 : 0;
        EndResult result = ending.get(20, TimeUnit.SECONDS);
        inTime += result.ends().getFirst().outcome() == EndResult.Outcome.ENDED ? 1 : 0;
        if (innocent.waitFor(5, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("round " + number + ": an innocent process was hit, " + result);
        }
        innocent.destroyForcibly().waitFor();
    }

    /** Ends it at any moment while the PID changes hands; in every fourth round after that. */
    private EndResult end(EndRequest request, int number) {
        try {
            if (number % 4 == 3) {
                Thread.sleep(TICK_MILLIS);
            } else {
                TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextInt(LATEST_MICROS));
            }
            return ender.end(request);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a program with that PID, unless a thread took it. */
    private static Process start() throws IOException, InterruptedException {
        while (true) {
            Files.writeString(LAST_PID, String.valueOf(PID - 1));
            Process process = new ProcessBuilder("sleep", "600").start();
            if (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
                return process;
            }
            // Java took it for the previous process, which had this PID a moment ago.
            process.toHandle().destroyForcibly();
        }
    }
}
