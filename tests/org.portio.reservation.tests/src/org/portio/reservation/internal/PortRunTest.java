// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Taker;
import org.portio.reservation.internal.hold.LinuxSockets;
import org.portio.reservation.internal.program.ProgramFile;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.SocketCall;

class PortRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "30"));

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @TempDir
    private Path home;

    private HeldPorts engine;
    private PortKey key;

    @BeforeEach
    void reserve() throws Exception {
        assumeTrue(LinuxSockets.arePossible(), "skipped: hand-over is tried on Linux");
        Thief.assumePossible(Thief.SAME_USER);
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
        key = TestPorts.freeTcp();
        engine.reserve(TestPorts.wish(key));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private int run(HandOver way, List<String> command) throws Exception {
        return PortRun.run(engine, key, command, way, messages::add);
    }

    private void assertHeld() throws Exception {
        assertEquals(HoldState.HELD, engine.list().getFirst().state());
        assertEquals(key + " is held again", messages.getLast());
        assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));
    }

    private boolean hasMessage(String pattern) {
        return messages.stream().anyMatch(message -> message.matches(pattern));
    }

    @Test
    void passesItsSocketToAScriptThatTakesIt() throws Exception {
        CompletableFuture<String> answer = async(this::askWhenItListens);
        assertEquals(7, run(HandOver.AUTO, Servers.passed(home, key.port(), 1, 7)), messages.toString());
        assertEquals("served", answer.join());
        assertTrue(
                hasMessage("python3.* \\(PID \\d+\\) listens on " + key + ", handed over by descriptor"),
                messages.toString());
        assertHeld();
    }

    /** Not before it was seen to listen: the message is part of the test. */
    private String askWhenItListens() throws Exception {
        assertTrue(TestPorts.becomes(() -> !messages.isEmpty(), PATIENCE));
        return Servers.ask(key.port());
    }

    /** Runs in a thread of its own: the snapshots need the common pool. */
    private static <T> CompletableFuture<T> async(Callable<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /** Ends the program as soon as its use of the socket is known. */
    private Taker takerOf(List<String> command) throws Exception {
        CompletableFuture<Integer> exit = async(() -> run(HandOver.DESCRIPTOR, command));
        assertTrue(TestPorts.becomes(() -> borrower() != 0, PATIENCE), messages.toString());
        Path told = home.resolve("ready");
        assertTrue(TestPorts.becomes(() -> Files.exists(told), PATIENCE), messages.toString());
        Taker taker = engine.awaitListener(key, Duration.ofSeconds(2)).taker();
        ProcessHandle program = ProcessHandle.of(borrower()).orElseThrow();
        program.descendants().forEach(ProcessHandle::destroyForcibly);
        program.destroyForcibly();
        exit.get();
        return taker;
    }

    private long borrower() {
        try {
            return engine.list().getFirst().borrower();
        } catch (ReservationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file shows that the program has reached its final state. */
    private List<String> python(String program) {
        String ready = "import socket, select, selectors, time, fcntl, os, signal; s = socket.socket(fileno=3);"
                + "r = lambda: open('" + home.resolve("ready") + "', 'w').close();";
        return List.of("/usr/bin/python3", "-c", ready + program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r(); s.accept()",
                "p = select.poll(); p.register(s); r(); p.poll()",
                "r(); select.select([s], [], [])",
                "p = select.epoll(); p.register(s.fileno(), 1); r(); p.poll(); time.sleep(60)",
                "fcntl.fcntl(3, fcntl.F_SETFD, 1); r(); time.sleep(60)",
                "fcntl.fcntl(3, fcntl.F_DUPFD, 10); r(); time.sleep(60)",
            })
    void whoeverDoesAnythingWithHisSocketHasTaken(String program) throws Exception {
        assertEquals(Taker.PROGRAM, takerOf(python(program)));
    }

    @Test
    void whoeverOnlyHasItHasNotTakenIt() throws Exception {
        assertEquals(Taker.NOT_ACCEPTED, takerOf(python("r(); time.sleep(60)")));
        Files.delete(home.resolve("ready"));
        assertEquals(Taker.NOT_ACCEPTED, takerOf(python("select.epoll(); r(); signal.pause()")));
        Files.delete(home.resolve("ready"));
        String wrapper = "sleep 60 & touch " + home.resolve("ready") + "; wait";
        assertEquals(Taker.NOT_ACCEPTED, takerOf(List.of("/bin/sh", "-c", wrapper)));
        assertFalse(hasMessage(".*listens.*"), messages.toString());
        assertHeld();
    }

    @Test
    void handsOverByLatchAndEndsWithTheProgramsSignal() throws Exception {
        CompletableFuture<Void> end = endWhenItListens();
        assertEquals(128 + 9, run(HandOver.LATCH, Servers.command(key.port(), true)));
        end.join();
        assertTrue(hasMessage("python3.* listens on " + key + ", handed over by latch"), messages.toString());
        assertHeld();
    }

    private CompletableFuture<Void> endWhenItListens() {
        return async(() -> {
            assertTrue(TestPorts.becomes(() -> hasMessage(".* listens on .*"), PATIENCE), messages.toString());
            ProcessHandle.of(engine.list().getFirst().borrower()).orElseThrow().destroyForcibly();
            return null;
        });
    }

    @Test
    void whereCallsCannotBeAnsweredAProgramThatCannotShareIsStartedOnceMoreByRelease() throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here at all");
        CompletableFuture<Void> end = endWhenItListens();
        try (Door outer = Door.open(Set.of(CallKind.BIND), new AsUsual())) {
            List<String> command = Servers.command(key.port(), false);
            assertEquals(128 + 9, outer.<Integer, Exception>start(() -> run(HandOver.AUTO, command)));
        }
        end.join();
        assertTrue(hasMessage(key + " is handed over by latch: another program.*"), messages.toString());
        assertTrue(hasMessage(".*starting it once more, by release"), messages.toString());
        assertTrue(hasMessage("python3.* listens on " + key + ", handed over by release"), messages.toString());
        assertHeld();
    }

    private static final class AsUsual implements CallHandler {

        @Override
        public Answer asked(SocketCall call) {
            return Answer.PROCEED;
        }

        @Override
        public void done(SocketCall call, int errno, InetSocketAddress bound) {
            // It is of no interest.
        }
    }

    @Test
    void aWayThatWasChosenIsTheOnlyOneTried() throws Exception {
        assertEquals(1, run(HandOver.LATCH, Servers.command(key.port(), false)));
        assertEquals(List.of(key + " is held again"), messages);
        assertHeld();
    }

    @Test
    void aProgramThatIsNotThereLeavesThePortHeld() throws Exception {
        ProgramStartException e =
                assertThrows(ProgramStartException.class, () -> run(HandOver.AUTO, List.of("no-such-program")));
        assertEquals(ProgramStartException.Kind.NOT_FOUND, e.kind());
        assertEquals(HoldState.HELD, engine.list().getFirst().state());
    }

    @Test
    void knowsProgramsThatTakeSockets() throws Exception {
        Path program = home.resolve("program");
        byte[] bytes = new byte[200_000];
        Files.write(program, bytes);
        assertFalse(ProgramFile.takesSockets(program, List.of("program")));
        for (int at : new int[] {0, 65_530, 65_536, 199_990}) {
            byte[] with = bytes.clone();
            System.arraycopy("LISTEN_FDS".getBytes(StandardCharsets.US_ASCII), 0, with, at, 10);
            Files.write(program, with);
            assertTrue(ProgramFile.takesSockets(program, List.of("program")), "at " + at);
        }
    }

    /** Leaves no connections behind, for which the port must be opened to reuse for a moment between two calls. */
    @Test
    void noHandOverByDescriptorIsLostToAHostileBinder() throws Exception {
        try (Binder binder = new Binder(key.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> command = Servers.passedOnce(home);
                CompletableFuture<Integer> exit = async(() -> run(HandOver.DESCRIPTOR, command));
                assertTrue(
                        TestPorts.becomes(() -> Servers.answersAndLetsGo(key.port()), PATIENCE),
                        "round " + round + messages);
                assertEquals(0, exit.get());
                assertEquals(0, binder.wins(), "round " + round);
                assertEquals(HoldState.HELD, engine.list().getFirst().state(), "round " + round + messages);
            }
            assertTrue(binder.tries() > ROUNDS, "control: it tried " + binder.tries() + " times");
        }
    }
}
