// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.record;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.linux.LinuxEventSource;
import org.portio.core.process.Processes;
import org.portio.record.Coverage;
import org.portio.record.RecordException;
import org.portio.record.Recorder;

/**
 * Records while another process opens connections that live for 0.2 ms, and writes how many of their ends were seen, and whether
 * what was missed is what the kernel's counters say: see {@code tests/org.portio.benchmarks/record}.
 */
public final class Recording {

    private static final Path NO_ACTIONS = Path.of("no-such-folder");
    private static final int LONGEST_WAIT = 60;
    private static final double MILLION = 1_000_000;
    private static final double PERCENT = 100;

    private Recording() {}

    /** Takes connections a second, and seconds. */
    public static void main(String... args) throws IOException, InterruptedException, RecordException {
        CountingLedger ledger = new CountingLedger();
        try (PrintWriter out = new PrintWriter(new FileWriter(FileDescriptor.out), true);
                Recorder recorder = recorder(ledger)) {
            recorder.start();
            recorder.limits().forEach(limit -> out.println("not told: " + limit.what() + ": " + limit.why()));
            Process load = load(args);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(load.getInputStream(), StandardCharsets.UTF_8))) {
                int port = Integer.parseInt(lines.readLine());
                ledger.watch(port);
                long before = processorTime();
                String[] done = lines.readLine().split(" ");
                double processor = PERCENT * (processorTime() - before) / MILLION / Long.parseLong(done[1]);
                long connections = Long.parseLong(done[0]);
                await(ledger, 2 * connections);
                load.getOutputStream().close();
                load.waitFor();
                Thread.sleep(2000);
                Coverage coverage = recorder.coverage().orElseThrow();
                out.printf("| connections | %,d in %s ms |%n", connections, done[1]);
                out.printf("| their ends seen | %,d of %,d |%n", ledger.ended(), 2 * connections);
                out.printf("| with owners | %,d |%n", ledger.owned());
                out.printf("| opened by the kernel's counters | %,d |%n", coverage.opened());
                out.printf(
                        "| seen, missed, overruns | %,d, %,d, %,d |%n",
                        coverage.seen(), coverage.missed(), coverage.overruns());
                out.printf("| processor time of the recorder | %.1f %% of one core |%n", processor);
                System.gc();
                out.printf(
                        "| heap in use afterwards | %.1f MB |%n",
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MILLION);
            }
        }
    }

    private static Recorder recorder(CountingLedger ledger) {
        return new Recorder(
                ConnectionMonitor.over(List.of(new LinuxConnectionSource())),
                List.of(new LinuxEventSource()),
                Processes.ofSystem(),
                NO_ACTIONS,
                ledger);
    }

    private static Process load(String... args) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortConnections.class.getName(),
                        args[0],
                        args[1])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void await(CountingLedger ledger, long ends) throws InterruptedException {
        for (int i = 0; i < LONGEST_WAIT && ledger.ended() < ends; i++) {
            Thread.sleep(100);
        }
    }
}
