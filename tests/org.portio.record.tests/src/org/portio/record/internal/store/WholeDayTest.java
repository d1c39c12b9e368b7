// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.record;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Recording;
import org.portio.record.internal.book.AccountBook;
import org.portio.record.internal.book.Naming;

/**
 * A day of mixed load in little time: listeners, connections of different lives, a burst each hour, processes that come and go. The
 * environment variable PORTIO_ROUNDS sets how many hours of it there are; the build has one.
 */
class WholeDayTest {

    private static final int HOURS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "1"));
    private static final int SECONDS = 3600;
    private static final int USUAL = 5;
    private static final int BURST = 500;
    /** Far less than what grows all day. */
    private static final long FLAT = 10 << 20;

    private final Random random = new Random(15);
    private final Instant start = Instant.now().minusSeconds((long) HOURS * SECONDS);
    private final Map<Long, Connection> open = new HashMap<>();
    /** The connections that end in each second. */
    private final Map<Integer, List<Connection>> ends = new HashMap<>();

    private long cookie;
    private long connections;
    private Snapshot latest;

    @TempDir
    private Path home;

    @Test
    void memoryStaysFlatAndTheDiskIsEnough() throws Exception {
        List<Long> heap = new ArrayList<>();
        try (Recording recording = record(home)) {
            AccountBook book = new AccountBook(start, true, nameless(), recording::account);
            for (int second = 0; second < HOURS * SECONDS; second++) {
                second(second, book);
                if (second % 5 == 0) {
                    Instant now = start.plusSeconds(second);
                    recording.coverage(
                            new Coverage(start, now, Set.of(Evidence.SNAPSHOT), connections, book.seen(), 0));
                }
                if (second % SECONDS == SECONDS - 1) {
                    heap.add(heapInUse());
                }
            }
        }
        long bytes = size();
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} hours, {1} connections, {2} bytes on the disk; heap after each hour in MB: {3}",
                        HOURS,
                        connections,
                        bytes,
                        heap.stream().map(used -> used >> 20).toList());
        assertTrue(bytes < 80 * connections, bytes + " bytes");
        // Some hours end just when a segment is being closed, which takes more for a moment.
        long usual = heap.stream().sorted().skip(heap.size() / 2).findFirst().orElseThrow();
        assertTrue(usual < heap.getFirst() + FLAT, heap.toString());
    }

    private static Naming nameless() {
        return new Naming() {
            @Override
            public Optional<ProcessInfo> process(long pid) {
                return Optional.empty();
            }

            @Override
            public String directory(ProcessInfo process) {
                return "/srv/" + process.name();
            }
        };
    }

    /** Opens and ends what this second has; every other connection is too short for a snapshot. */
    private void second(int second, AccountBook book) throws Exception {
        Instant now = start.plusSeconds(second);
        int opened = second % SECONDS < 60 ? BURST : random.nextInt(2 * USUAL);
        for (int i = 0; i < opened; i++) {
            connections++;
            Connection connection = connection(second);
            if (random.nextBoolean()) {
                end(connection, now, book);
            } else {
                open.put(connection.platformKey(), connection);
                int life = random.nextInt(100) == 0 ? random.nextInt(SECONDS) : random.nextInt(20);
                ends.computeIfAbsent(second + 1 + life, _ -> new ArrayList<>()).add(connection);
            }
        }
        Snapshot snapshot = new Snapshot(now, "made up", List.copyOf(open.values()), List.of());
        Delta delta = latest == null
                ? new Delta(snapshot.connections(), List.of(), List.of())
                : Delta.between(latest, snapshot);
        latest = snapshot;
        book.snapshot(snapshot, delta, now.plusMillis(5));
        List<Connection> ending = ends.remove(second);
        for (Connection connection : ending == null ? List.<Connection>of() : ending) {
            open.remove(connection.platformKey());
            end(connection, now.plusMillis(500), book);
        }
    }

    private Connection connection(int second) {
        long pid = random.nextInt(10) == 0 ? 10_000 + second : 1000 + random.nextInt(40);
        ProcessInfo process = new ProcessInfo(
                pid,
                start.plusMillis(pid),
                "program-" + pid % 40,
                "/usr/bin/program --number " + pid % 40,
                "",
                null,
                1);
        return Connection.of(
                        Protocol.TCP,
                        AddressFamily.IPV4,
                        Endpoint.parse("192.168.1.10:" + (32_768 + random.nextInt(28_000))))
                .remote(Endpoint.parse("10.1." + random.nextInt(8) + "." + random.nextInt(250) + ":443"))
                .state(TcpState.ESTABLISHED)
                .owners(List.of(process), Ownership.KNOWN)
                .inode(++cookie)
                .platformKey(cookie)
                .build();
    }

    private static void end(Connection connection, Instant time, AccountBook book) throws Exception {
        Duration trip = Duration.ofMillis(1);
        book.ended(new SocketEnded(
                time,
                time.minusMillis(2),
                connection.platformKey(),
                Protocol.TCP,
                AddressFamily.IPV4,
                connection.local(),
                connection.remote(),
                Reach.ESTABLISHED,
                new TcpMetrics(trip, trip, trip, 5, 7, 3, 1, 10, 1000),
                Duration.ofMillis(1)));
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long size() throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }
}
