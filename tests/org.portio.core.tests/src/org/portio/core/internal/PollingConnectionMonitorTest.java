// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.ConnectionSource;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.system.ActionLog;
import org.portio.testing.FakeSource;
import org.portio.testing.Faults;
import org.portio.testing.ScratchActions;
import org.portio.testing.Sockets;

class PollingConnectionMonitorTest {

    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Connection WEB = listener("0.0.0.0", 80, process(10, "nginx"));
    private static final Connection SSH = listener("0.0.0.0", 22, process(20, "sshd"));

    private final FakeSource source = new FakeSource(WEB);
    private final PollingConnectionMonitor monitor =
            new PollingConnectionMonitor(List.of(source), ScratchActions.log());
    private final Recorder recorder = new Recorder();

    /** Keeps the listener's events until the test asks for them. */
    private static final class Recorder implements ConnectionListener {
        private final BlockingQueue<Delta> deltas = new LinkedBlockingQueue<>();
        private final BlockingQueue<ConnectionException> failures = new LinkedBlockingQueue<>();

        @Override
        public void refreshed(Snapshot snapshot, Delta delta) {
            deltas.add(delta);
        }

        @Override
        public void failed(ConnectionException failure) {
            failures.add(failure);
        }

        Delta nextDelta() throws InterruptedException {
            Delta delta = deltas.poll(10, TimeUnit.SECONDS);
            assertNotNull(delta, "no refresh came");
            return delta;
        }

        Delta nextChange() throws InterruptedException {
            Delta delta = nextDelta();
            while (delta.isEmpty()) {
                delta = nextDelta();
            }
            return delta;
        }
    }

    @AfterEach
    void stopTheMonitor() {
        monitor.stop();
    }

    @Test
    void readsNothingWhileNobodyListens() {
        assertEquals(0, source.reads());
    }

    @Test
    void tellsANewListenerOfAllAtOnceAsOpened() throws Exception {
        try (Schedule _ = monitor.subscribe(NEVER, recorder)) {
            assertEquals(List.of(WEB), recorder.nextDelta().opened());
        }
    }

    @Test
    void publishesWhatChangedSinceTheListenersLastSnapshot() throws Exception {
        try (Schedule _ = monitor.subscribe(SHORT, recorder)) {
            recorder.nextDelta();
            source.show(SSH);

            Delta delta = recorder.nextChange();

            assertEquals(List.of(SSH), delta.opened());
            assertEquals(List.of(WEB), delta.closed());
        }
    }

    @Test
    void refreshesNowWhenAskedTo() throws Exception {
        try (Schedule subscription = monitor.subscribe(NEVER, recorder)) {
            recorder.nextDelta();
            source.show(WEB, SSH);
            subscription.refreshNow();

            assertEquals(List.of(SSH), recorder.nextDelta().opened());
        }
    }

    @Test
    void stopsReadingOnceTheLastListenerHasGone() throws Exception {
        monitor.subscribe(SHORT, recorder).close();
        // A read that was under way when the subscription was closed may still end.
        Thread.sleep(100);
        int readsAfterClosing = source.reads();
        Thread.sleep(200);

        assertEquals(readsAfterClosing, source.reads());
    }

    @Test
    void tellsOfAFailureAndGoesOn() throws Exception {
        source.fail("no rights");
        try (Schedule _ = monitor.subscribe(SHORT, recorder)) {
            ConnectionException failure = recorder.failures.poll(10, TimeUnit.SECONDS);
            assertNotNull(failure);
            assertEquals("no rights", failure.getMessage());

            source.show(SSH);

            assertEquals(List.of(SSH), recorder.nextDelta().opened());
        }
    }

    @Test
    void outlivesAListenerThatThrows() throws Exception {
        ConnectionListener broken = new ConnectionListener() {
            @Override
            public void refreshed(Snapshot snapshot, Delta delta) {
                recorder.refreshed(snapshot, delta);
                throw new IllegalStateException("broken listener, on purpose");
            }

            @Override
            public void failed(ConnectionException failure) {
                recorder.failed(failure);
                throw new IllegalStateException("broken listener, on purpose");
            }
        };
        source.fail("first");
        try (Schedule _ = monitor.subscribe(SHORT, broken)) {
            assertNotNull(recorder.failures.poll(10, TimeUnit.SECONDS));
            source.show(WEB);
            recorder.nextDelta();
            source.show(SSH);

            assertEquals(List.of(SSH), recorder.nextChange().opened());
        }
    }

    @Test
    void sharesASnapshotBetweenListenersThatAreDueTogether() throws Exception {
        Recorder second = new Recorder();
        try (Schedule _ = monitor.subscribe(NEVER, recorder);
                Schedule _ = monitor.subscribe(NEVER, second)) {
            recorder.nextDelta();
            second.nextDelta();

            assertEquals(1, source.reads());
        }
    }

    @Test
    void asksTheHighestRankedSourceThatWorksHere() throws Exception {
        FakeSource better = new FakeSource(SSH);
        FakeSource best = new FakeSource();
        best.setAvailable(false);
        monitor.addSource(better, Map.of("service.ranking", 10));
        monitor.addSource(best, Map.of("service.ranking", 20));

        assertEquals(List.of(SSH), monitor.snapshot().connections());

        monitor.removeSource(better);

        assertEquals(List.of(WEB), monitor.snapshot().connections());
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void asksTheNextSourceIfTheBestIsFaulty(Faults fault) {
        monitor.addSource(new FaultySource(fault), Map.of("service.ranking", 20));

        assertTimeoutPreemptively(
                Faults.PATIENCE,
                () -> assertEquals(List.of(WEB), monitor.snapshot().connections()));
    }

    /** Claims to be available. */
    private record FaultySource(Faults fault) implements ConnectionSource {

        @Override
        public String name() {
            return "faulty";
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Snapshot read() {
            return fault.instead();
        }
    }

    @Test
    void saysSoWhenNoSourceWorks() {
        source.setAvailable(false);

        ConnectionException failure = assertThrows(ConnectionException.class, monitor::snapshot);

        assertTrue(failure.getMessage().contains("no source"));
        assertNull(failure.getCause());
    }

    @Test
    void notesEachClosingAndHowItEnded(@TempDir Path folder) throws Exception {
        Connection client = Sockets.tcp(
                Sockets.endpoint("10.0.0.1", 80),
                Sockets.endpoint("10.0.0.2", 40001),
                TcpState.ESTABLISHED,
                process(10, "nginx"));
        ConnectionMonitor noting = ConnectionMonitor.over(List.of(source), new ActionLog(folder));
        noting.close(client);
        noting.close(client);
        source.fail("no rights");
        assertThrows(
                ConnectionException.class,
                () -> noting.close(client.with().namespace("blue").build()));

        List<String> notes = Files.readAllLines(folder.resolve("port_logs.txt")).stream()
                .map(line -> line.substring(line.indexOf("action=")))
                .toList();
        String begin = "action=close what=\"TCP 10.0.0.1:80 -> 10.0.0.2:40001 of nginx (PID 10)";
        assertEquals(
                List.of(
                        begin + "\" by=kernel result=\"closed\"",
                        begin + "\" by=kernel result=\"was already closed\"",
                        begin + " in blue\" by=kernel result=\"failed: no rights\""),
                notes);
    }
}
