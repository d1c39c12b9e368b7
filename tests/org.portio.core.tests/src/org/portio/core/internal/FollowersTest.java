// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portio.core.ChangeSigns;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.testing.FakeSource;
import org.portio.testing.ScratchActions;

class FollowersTest {

    private static final long LIMIT_SECONDS = 20;
    private static final Connection WEB = listener("0.0.0.0", 80, process(10, "nginx"));
    private static final Connection SSH = listener("0.0.0.0", 22, process(20, "sshd"));

    private final FakeSource source = new FakeSource(WEB);
    private final FakeSigns signs = new FakeSigns();
    private final PollingConnectionMonitor monitor =
            new PollingConnectionMonitor(List.of(source), ScratchActions.log());
    private final Deltas deltas = new Deltas();

    /** Gives one sign when told to, and none otherwise. */
    private static final class FakeSigns implements ChangeSigns {
        private final AtomicReference<Sign> next = new AtomicReference<>(Sign.NONE);
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile ConnectionException failure;

        @Override
        public Sign look() throws ConnectionException {
            if (failure != null) {
                throw failure;
            }
            return next.getAndSet(Sign.NONE);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Keeps what happened until the test asks for it. */
    private static class Deltas implements ConnectionListener {
        private final BlockingQueue<Delta> changes = new LinkedBlockingQueue<>();
        private final BlockingQueue<ConnectionException> failures = new LinkedBlockingQueue<>();

        @Override
        public void refreshed(Snapshot snapshot, Delta delta) {
            if (!delta.isEmpty()) {
                changes.add(delta);
            }
        }

        @Override
        public void failed(ConnectionException failure) {
            failures.add(failure);
        }

        Delta next() throws InterruptedException {
            Delta change = changes.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(change, "nothing changed");
            return change;
        }
    }

    @AfterEach
    void stopTheMonitor() {
        monitor.stop();
    }

    @Test
    void tellsOfAChangeOnceThereIsASign() throws Exception {
        source.give(signs);
        try (Schedule _ = monitor.follow(deltas)) {
            assertEquals(List.of(WEB), deltas.next().opened());
            source.show(WEB, SSH);
            signs.next.set(ChangeSigns.Sign.CHANGED);

            assertEquals(List.of(SSH), deltas.next().opened());
        }
    }

    @Test
    void tellsOfListenersBeforeItIsTimeForAllSocketsWhereReadingThoseTakesLong() throws Exception {
        source.give(signs);
        source.takeFor(Duration.ofMillis(50));
        source.showListeners(WEB, SSH);
        Deltas whole = new Deltas() {
            @Override
            public boolean takesListenersAlone() {
                return false;
            }
        };
        try (Schedule _ = monitor.follow(deltas);
                Schedule _ = monitor.follow(whole)) {
            assertEquals(List.of(WEB), deltas.next().opened());
            assertEquals(List.of(WEB), whole.next().opened());

            Delta next = null;
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
                    next == null && System.nanoTime() < end; ) {
                signs.next.set(ChangeSigns.Sign.CHANGED);
                next = deltas.changes.poll(50, TimeUnit.MILLISECONDS);
            }

            assertNotNull(next, "the listeners alone were never read");
            assertEquals(List.of(SSH), next.opened());
            assertEquals(List.of(SSH), deltas.next().closed());
            assertTrue(whole.changes.isEmpty());
        }
    }

    @Test
    void noticesWithoutASignLater() throws Exception {
        source.give(signs);
        try (Schedule _ = monitor.follow(deltas)) {
            deltas.next();
            source.show(SSH);

            assertEquals(List.of(WEB), deltas.next().closed());
        }
    }

    @Test
    void followsASourceThatGivesNoSigns() throws Exception {
        try (Schedule _ = monitor.follow(deltas)) {
            deltas.next();
            source.show(SSH);

            assertEquals(List.of(SSH), deltas.next().opened());
        }
    }

    @Test
    void goesOnWhenTheSignsFail() throws Exception {
        source.give(signs);
        try (Schedule _ = monitor.follow(deltas)) {
            deltas.next();
            signs.failure = new ConnectionException("no more signs, on purpose");
            assertTrue(signs.closed.await(LIMIT_SECONDS, TimeUnit.SECONDS));
            source.show(SSH);

            assertEquals(List.of(SSH), deltas.next().opened());
        }
    }

    @Test
    void tellsOfAFailureAndGoesOn() throws Exception {
        source.give(signs);
        source.fail("no rights");
        try (Schedule _ = monitor.follow(deltas)) {
            ConnectionException failure = deltas.failures.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertNotNull(failure);
            assertEquals("no rights", failure.getMessage());

            source.show(SSH);
            signs.next.set(ChangeSigns.Sign.CHANGED);

            assertEquals(List.of(SSH), deltas.next().opened());
        }
    }

    @Test
    void greetsWhoComesLaterWithEverything() throws Exception {
        source.give(signs);
        Deltas late = new Deltas();
        try (Schedule _ = monitor.follow(deltas);
                Schedule _ = monitor.follow(late)) {
            assertEquals(List.of(WEB), deltas.next().opened());
            assertEquals(List.of(WEB), late.next().opened());
        }
    }

    @Test
    void refreshesNowWhenAskedTo() throws Exception {
        source.give(signs);
        try (Schedule following = monitor.follow(deltas)) {
            deltas.next();
            source.show(WEB, SSH);
            following.refreshNow();

            assertEquals(List.of(SSH), deltas.next().opened());
        }
    }

    @Test
    void letsGoOfTheSignsOnceNobodyFollows() throws Exception {
        source.give(signs);
        Schedule following = monitor.follow(deltas);
        deltas.next();

        following.close();

        assertTrue(signs.closed.await(LIMIT_SECONDS, TimeUnit.SECONDS));
    }
}
