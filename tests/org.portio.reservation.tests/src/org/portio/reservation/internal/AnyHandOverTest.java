// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.trace.Door;

/** Programs that know nothing of it are given a held port, while four others try to get it. */
class AnyHandOverTest {

    /** Whether all programs are tried, and not a few of them once: if a number of rounds is given. */
    private static final boolean ALL = System.getenv("PORTIO_ROUNDS") != null;

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "1"));
    /** Rounds of programs that start quickly, for each of the others. */
    private static final int MORE = 10;

    @TempDir
    private static Path compiled;

    @TempDir
    private Path home;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private HeldPorts engine;
    private PortKey key;

    @FunctionalInterface
    interface Kind {
        List<String> command(String address, int port) throws Exception;
    }

    /**
     * A program.
     *
     * @param http whether it answers a request, and ends only when it is told to
     */
    record Case(String name, String address, Kind kind, boolean isQuick, boolean http) {

        Case(String name, String address, Kind kind) {
            this(name, address, kind, true, false);
        }

        int rounds() {
            return isQuick ? ROUNDS : Math.max(1, ROUNDS / MORE);
        }

        @Override
        public String toString() {
            return name + " on " + address;
        }
    }

    static Stream<Case> cases() {
        return ALL ? all() : Stream.of("0.0.0.0", "127.0.0.1").flatMap(AnyHandOverTest::quick);
    }

    private static Stream<Case> all() {
        return Stream.of(
                        Stream.of("0.0.0.0", "::", "::only", "127.0.0.1", "::1").flatMap(AnyHandOverTest::quick),
                        Stream.of("::", "127.0.0.1", "::1").map(AnyHandOverTest::java),
                        Stream.of("0.0.0.0", "::", "::only", "127.0.0.1").map(AnyHandOverTest::nginx),
                        Stream.of("0.0.0.0", "::", "127.0.0.1").map(AnyHandOverTest::gunicorn))
                .flatMap(some -> some);
    }

    private static Case java(String address) {
        return new Case("java", address, (to, port) -> OneClientPrograms.java(to, port, false), false, false);
    }

    private static Case nginx(String address) {
        return new Case("nginx", address, (to, port) -> HttpServers.nginx(compiled, to, port), false, true);
    }

    private static Case gunicorn(String address) {
        return new Case("gunicorn", address, (to, port) -> HttpServers.gunicorn(compiled, to, port), false, true);
    }

    private static Stream<Case> quick(String address) {
        Stream<Case> all = Stream.of(
                new Case("python", address, (to, port) -> OneClientPrograms.python(to, port, false)),
                new Case("python, SO_REUSEADDR", address, (to, port) -> OneClientPrograms.python(to, port, true)),
                new Case("node", address, OneClientPrograms::node),
                new Case("C", address, (to, port) -> OneClientPrograms.c(compiled, false, to, port, false)),
                new Case("static C", address, (to, port) -> OneClientPrograms.c(compiled, true, to, port, true)));
        return all.filter(one -> !address.contains("only") || !one.name.contains("C"));
    }

    @BeforeEach
    void reserve() throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here");
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

    @ParameterizedTest
    @MethodSource("cases")
    void noPortIsLostToHostileBindersAndNoProgramIsRefused(Case which) throws Exception {
        List<String> command = which.kind.command(which.address, key.port());
        try (HostileBinders binders = new HostileBinders(key.port())) {
            for (int round = 0; round < which.rounds(); round++) {
                assertServedOnce(which, command);
                assertEquals(Set.of(), binders.wins(), "round " + round + messages);
                assertEquals(HoldState.HELD, engine.list().getFirst().state(), "round " + round + messages);
            }
            assertTrue(binders.tries() > 0, "control: they tried " + binders.tries() + " times");
        }
        assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));
    }

    private void assertServedOnce(Case which, List<String> command) throws Exception {
        messages.clear();
        Path stop = compiled.resolve("stop");
        Files.deleteIfExists(stop);
        FutureTask<Integer> exit =
                new FutureTask<>(() -> PortRun.run(engine, key, command, HandOver.ANY, messages::add));
        Thread.ofPlatform().daemon().start(exit);
        InetAddress address = InetAddress.ofLiteral(which.address.startsWith("::") ? "::1" : "127.0.0.1");
        assertTrue(
                TestPorts.becomes(() -> exit.isDone() || isServed(address, which.http), TestPorts.PATIENCE),
                messages::toString);
        Files.createFile(stop);
        assertEquals(0, exit.get(), messages::toString);
    }

    private boolean isServed(InetAddress address, boolean http) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, key.port()), 5000);
            socket.setSoTimeout(20_000);
            if (http) {
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).endsWith("served");
        } catch (IOException _) {
            return false;
        }
    }
}
