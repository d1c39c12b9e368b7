// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.PortWait;

/** Waits for real ports. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class PortWaitTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOBODY")
    void aPortThatAnySocketHasIsNotFree(Situation.Kind kind) throws Exception {
        try (Situation situation = Situation.of(kind)) {
            assertFalse(wait(kind, situation).awaitFree(false, AT_ONCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leftoversAloneMayCountAsFree(Situation.Kind kind) throws Exception {
        List<Situation.Kind> free = List.of(
                Situation.Kind.NOBODY,
                Situation.Kind.TIME_WAIT_OF_A_SERVER,
                Situation.Kind.TIME_WAIT_OF_A_CLIENT,
                Situation.Kind.FIN_WAIT_WITHOUT_PROCESS);
        try (Situation situation = Situation.of(kind)) {
            assertEquals(free.contains(kind), wait(kind, situation).awaitFree(true, AT_ONCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAListenerListens(Situation.Kind kind) throws Exception {
        boolean listens = kind.name().startsWith("LISTENER")
                || kind == Situation.Kind.NOT_YET_ACCEPTED
                || kind == Situation.Kind.UDP
                || kind == Situation.Kind.UDP_WITH_REUSE;
        try (Situation situation = Situation.of(kind)) {
            assertEquals(listens, wait(kind, situation).awaitListening(AT_ONCE));
        }
    }

    @Test
    void waitsUntilTheListenerHasGone() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.LISTENER_ON_ALL)) {
            PortWait wait = wait(Situation.Kind.LISTENER_ON_ALL, situation);
            CompletableFuture<Boolean> free = later(() -> wait.awaitFree(false, LONG));
            Thread.sleep(100);
            assertFalse(free.isDone());
            situation.close();

            assertTrue(free.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void waitsUntilSomebodyListens() throws Exception {
        int port = Programs.freePort();
        PortWait wait = PortWait.on(monitor, port, Protocol.TCP, "127.0.0.1");
        CompletableFuture<Boolean> listening = later(() -> wait.awaitListening(LONG));
        Thread.sleep(100);
        assertFalse(listening.isDone());
        try (ServerSocket _ = new ServerSocket(port, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            assertTrue(listening.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatIsAtAnotherAddressDoesNotCount() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.LISTENER_ON_IPV6_LOOPBACK)) {
            PortWait other = PortWait.on(monitor, situation.port(), Protocol.TCP, "127.0.0.1");

            assertTrue(other.awaitFree(false, AT_ONCE));
            assertFalse(other.awaitListening(Duration.ofMillis(50)));
        }
    }

    @Test
    void endsWhenItIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();

        assertFalse(PortWait.on(monitor, Programs.freePort(), Protocol.TCP, "").awaitListening(LONG));
        assertTrue(Thread.interrupted());
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThrows(ConnectionException.class, () -> PortWait.on(monitor, 80, Protocol.TCP, "host.example"));
    }

    private PortWait wait(Situation.Kind kind, Situation situation) throws ConnectionException {
        return PortWait.on(monitor, situation.port(), Situation.protocol(kind), "");
    }

    /** A wait that may fail. */
    private interface Waiting {
        boolean end() throws ConnectionException;
    }

    private static CompletableFuture<Boolean> later(Waiting waiting) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return waiting.end();
            } catch (ConnectionException e) {
                throw new IllegalStateException(new IOException(e));
            }
        });
    }
}
