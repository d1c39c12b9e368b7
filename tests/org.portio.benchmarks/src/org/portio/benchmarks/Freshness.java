// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.portio.benchmarks.report.Samples;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.linux.LinuxConnectionSource;

/**
 * What it costs to watch connections without showing them, and how far what is seen lies behind the kernel.
 *
 * @param rest processor time in percent of one core, while nothing happens
 * @param delay milliseconds from a listener's opening until the listener for connections has been told
 */
public record Freshness(Samples rest, Samples delay) {

    public static final String FOLLOWING = "PortIO, following";
    public static final String EACH_SECOND = "PortIO, once a second";

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(20);
    private static final int LISTENERS = 10;
    private static final int LIMIT_SECONDS = 60;
    private static final double PERCENT = 100;

    static Freshness following(int rounds) throws IOException, InterruptedException {
        return measure(rounds, watcher -> monitor().follow(watcher));
    }

    static Freshness eachSecond(int rounds) throws IOException, InterruptedException {
        return measure(rounds, watcher -> monitor().subscribe(Duration.ofSeconds(1), watcher));
    }

    private static ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    }

    private static Freshness measure(int rounds, Function<ConnectionListener, Schedule> subscribe)
            throws IOException, InterruptedException {
        Watcher watcher = new Watcher();
        try (Schedule _ = subscribe.apply(watcher)) {
            Thread.sleep(WARM_UP);
            List<Long> delays = new ArrayList<>();
            double[] rests = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                rests[round] = processorTime();
                for (int i = 0; i < LISTENERS; i++) {
                    delays.add(watcher.delayOfAListener());
                    // Each at another point of the second.
                    Thread.sleep(1000 + 37 * i);
                }
            }
            return new Freshness(
                    new Samples(rests),
                    Samples.ofNanos(delays.stream().mapToLong(Long::longValue).toArray()));
        }
    }

    private static double processorTime() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        long start = System.nanoTime();
        Thread.sleep(REST);
        return PERCENT * (system.getProcessCpuTime() - before) / (System.nanoTime() - start);
    }

    /** Notes which ports listeners have come to. */
    private static final class Watcher implements ConnectionListener {

        private final BlockingQueue<Integer> ports = new LinkedBlockingQueue<>();

        @Override
        public void refreshed(Snapshot snapshot, Delta delta) {
            delta.opened().forEach(opened -> ports.add(opened.local().port()));
        }

        @Override
        public void failed(ConnectionException failure) {
            throw new IllegalStateException(failure);
        }

        long delayOfAListener() throws IOException, InterruptedException {
            ports.clear();
            try (ServerSocket opened = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                long start = System.nanoTime();
                Integer seen = ports.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                while (seen != null && seen != opened.getLocalPort()) {
                    seen = ports.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
                }
                if (seen == null) {
                    throw new IOException("a listener was not seen");
                }
                return System.nanoTime() - start;
            }
        }
    }
}
