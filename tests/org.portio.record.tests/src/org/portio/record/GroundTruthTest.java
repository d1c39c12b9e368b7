// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.linux.LinuxEventSource;
import org.portio.core.process.Processes;
import org.portio.core.system.SetAside;
import org.portio.record.Truth.Ends;
import org.portio.record.Truth.Life;
import org.portio.testing.Lab;
import org.portio.testing.ScratchActions;

/**
 * Random questions about real sockets, held against what the kernel itself has told of their states. The environment variable
 * PORTIO_ROUNDS sets how many, about one a second of which is recorded for each 10,000; the build asks some.
 */
class GroundTruthTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "500"));
    private static final Duration TIME = Duration.ofSeconds(2 + ROUNDS / 10_000);
    /** The clocks of the kernel and of this program may differ by this. */
    private static final long MARGIN = Duration.ofMillis(1).toNanos();

    private final Random random = new Random();
    /** The time in which a socket may have been there, by this program's own notes. */
    private final Map<Ends, List<long[]>> possible = new HashMap<>();

    private final List<Integer> ports = new ArrayList<>();
    /** The number of nanoseconds from {@link System#nanoTime} to the epoch. */
    private final long offset = offset();

    private int notWatched;
    private int found;
    private int withoutPeer;
    /** The sockets that are in no answer: no more than it says are missed. */
    private final Set<Life> missing = new HashSet<>();

    @TempDir
    private Path home;

    @BeforeAll
    static void needsRoot() {
        Lab.assumePossible();
    }

    @Test
    void noAnswerIsWrong() throws Exception {
        List<Life> lives;
        try (Truth truth = Truth.begin();
                Lab lab = Lab.open()) {
            // The kernel traces all of the machine: other tests must not have the same ports.
            lab.server().sh("echo 61000 65500 > /proc/sys/net/ipv4/ip_local_port_range");
            lab.server().call(() -> {
                record();
                return null;
            });
            lives = truth.lives(ports);
        }
        assertTrue(lives.size() > 100, () -> lives.size() + " sockets");
        // Also before anybody watched, and afterwards.
        long start = lives.stream().mapToLong(Life::from).min().orElseThrow() - TIME.toNanos() / 10;
        long end = lives.stream().mapToLong(Life::until).max().orElseThrow() + TIME.toNanos() / 10;
        try (History history = Histories.in(home.resolve("history"), GroundTruthTest::fail)) {
            for (int round = 0; round < ROUNDS; round++) {
                Life life = lives.get(random.nextInt(lives.size()));
                boolean isNear = random.nextBoolean();
                long time = isNear
                        ? life.from() + random.nextLong(2 * (life.until() - life.from()) + 1)
                        : start + random.nextLong(end - start);
                int port = isNear && random.nextBoolean()
                        ? life.ends().localPort()
                        : isNear ? Math.max(1, life.ends().remotePort()) : ports.get(random.nextInt(ports.size()));
                check(history, time, port, lives);
            }
        }
        assertTrue(found > ROUNDS / 10, found + " sockets were asked for");
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} questions about {1} sockets, which {2} times had to be there, {3} times with a peer that"
                                + " is not known; {4} not watched; {5} sockets missed, as it says itself; 0 wrong",
                        ROUNDS,
                        lives.size(),
                        found,
                        withoutPeer,
                        notWatched,
                        missing.size());
    }

    /** Asks both clocks several times, since something else may run in between. */
    private static long offset() {
        long best = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < 1000; i++) {
            long before = System.nanoTime();
            long wall = ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
            long after = System.nanoTime();
            if (after - before < best) {
                best = after - before;
                offset = wall - (before + after) / 2;
            }
        }
        return offset;
    }

    private static void fail(SetAside aside) {
        throw new AssertionError(aside.text());
    }

    private void record() throws IOException {
        try (Recording recording = Histories.record(home.resolve("history"), Retention.DEFAULT, GroundTruthTest::fail);
                Recorder recorder = new Recorder(
                        ConnectionMonitor.over(List.of(new LinuxConnectionSource()), ScratchActions.log()),
                        List.of(new LinuxEventSource()),
                        Processes.ofSystem(),
                        home,
                        recording)) {
            recorder.start();
            long end = System.nanoTime() + TIME.toNanos();
            while (System.nanoTime() < end) {
                listen();
            }
        } catch (RecordException e) {
            throw new IOException(e);
        }
    }

    /** Listens for some time, and has some clients that stay for different times. */
    private void listen() throws IOException {
        long before = System.nanoTime();
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        int port;
        try (ServerSocket server = new ServerSocket(0, 64, loopback)) {
            port = server.getLocalPort();
            ports.add(port);
            List<Pair> pairs = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                pairs.add(connect(server));
                pause(random.nextInt(4));
                if (random.nextBoolean()) {
                    end(pairs.remove(random.nextInt(pairs.size())));
                }
            }
            for (Pair pair : pairs) {
                end(pair);
            }
        }
        note(new Ends(port, 0), before);
    }

    private record Pair(Socket client, Socket accepted, long begun) {}

    private static Pair connect(ServerSocket server) throws IOException {
        long begun = System.nanoTime();
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        return new Pair(client, server.accept(), begun);
    }

    /** Ends both with a reset, which leaves nothing behind. */
    private void end(Pair pair) throws IOException {
        Ends client = new Ends(pair.client().getLocalPort(), pair.client().getPort());
        Socket first = random.nextBoolean() ? pair.client() : pair.accepted();
        first.setSoLinger(true, 0);
        first.close();
        (first == pair.client() ? pair.accepted() : pair.client()).close();
        note(client, pair.begun());
        note(new Ends(client.remotePort(), client.localPort()), pair.begun());
    }

    private void note(Ends ends, long from) {
        possible.computeIfAbsent(ends, _ -> new ArrayList<>()).add(new long[] {from, System.nanoTime()});
    }

    private static void pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void check(History history, long time, int port, List<Life> lives) throws RecordException {
        Instant moment = Instant.EPOCH.plusNanos(time + offset);
        Answer answer = history.ask(Question.between(moment, moment).about(other -> other == port));
        if (answer.coverage().isEmpty()) {
            notWatched++;
            return;
        }
        long missed = answer.coverage().stream().mapToLong(Coverage::missed).sum();
        String question = "port " + port + " at " + moment + ": " + known(history, port) + answer.coverage();
        for (Life life : lives) {
            Ends ends = life.ends();
            if ((ends.localPort() == port || ends.remotePort() == port)
                    && time >= life.from() + MARGIN
                    && time <= life.until() - MARGIN) {
                found++;
                if (answer.accounts().stream()
                        .noneMatch(account -> ends(account).equals(ends))) {
                    withoutPeer++;
                    // One whose peer is not known can only be found by its own port.
                    Question own = Question.between(moment, moment).about(other -> other == ends.localPort());
                    if (history.ask(own).accounts().stream().noneMatch(account -> mayBe(account, ends))) {
                        missing.add(life);
                    }
                }
                assertTrue(missing.size() <= missed, () -> life + " is missing; " + question);
            }
        }
        for (Account account : answer.accounts()) {
            assertTrue(
                    !account.wasThere(moment)
                            || mayBeThere(ends(account), time)
                            || possible.keySet().stream()
                                    .anyMatch(ends -> mayBe(account, ends) && mayBeThere(ends, time)),
                    () -> account + " was not there; " + question);
            assertTrue(account.connection().owners().stream()
                    .allMatch(owner -> owner.pid() == ProcessHandle.current().pid()));
        }
    }

    /** Returns whether an account may be of this socket: of one that was reset, the kernel does not tell the peer any more. */
    private static boolean mayBe(Account account, Ends ends) {
        return account.role() != Role.LISTENING
                && account.connection().remote() == null
                && account.connection().local().port() == ends.localPort()
                && ends.remotePort() != 0;
    }

    /** Returns what is known of this port at any time, for a failure. */
    private static String known(History history, int port) throws RecordException {
        return history.ask(Question.between(Instant.MIN, Instant.MAX).about(other -> other == port)).accounts().stream()
                .map(account -> ends(account) + " " + account.opened() + " " + account.closed() + "\n")
                .collect(Collectors.joining());
    }

    private static Ends ends(Account account) {
        Connection connection = account.connection();
        return new Ends(
                connection.local().port(),
                connection.remote() == null ? 0 : connection.remote().port());
    }

    private boolean mayBeThere(Ends ends, long time) {
        return possible.getOrDefault(ends, List.of()).stream()
                .anyMatch(life -> time >= life[0] - MARGIN && time <= life[1] + MARGIN);
    }
}
