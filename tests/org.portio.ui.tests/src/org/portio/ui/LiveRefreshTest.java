// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;

class LiveRefreshTest {

    private static final RefreshRate SECOND = rate(1);
    private static final Snapshot SNAPSHOT = new Snapshot(Instant.EPOCH, "fake", List.of(), List.of());

    private static final Snapshot PAST = new Snapshot(Instant.EPOCH.minusSeconds(60), "fake", List.of(), List.of());

    private final FakeMonitor monitor = new FakeMonitor();
    private final RecordingListener listener = new RecordingListener();
    private final LiveRefresh live = new LiveRefresh(monitor, SECOND, listener);

    @Test
    void followsOnlyWhileVisible() {
        assertEquals(List.of(), monitor.calls);
        live.setVisible(true);
        live.setVisible(false);
        assertEquals(List.of("subscribe PT1S", "close"), monitor.calls);
    }

    @Test
    void subscribesOnceHoweverOftenItIsShown() {
        live.setVisible(true);
        live.setVisible(true);
        assertEquals(List.of("subscribe PT1S"), monitor.calls);
    }

    @Test
    void restsWhilePaused() {
        live.setVisible(true);
        monitor.listener.refreshed(SNAPSHOT, Delta.between(SNAPSHOT, SNAPSHOT));
        live.setPaused(true);
        live.setVisible(false);
        live.setVisible(true);
        assertEquals(List.of("subscribe PT1S", "close"), monitor.calls);
        live.setPaused(false);
        assertEquals(List.of("subscribe PT1S", "close", "subscribe PT1S"), monitor.calls);
        assertEquals(List.of(true, false), listener.pauses);
    }

    @Test
    void takesUpAChangedRateAtOnce() {
        live.setVisible(true);
        live.setRate(rate(5));
        assertEquals(List.of("subscribe PT1S", "close", "subscribe PT5S"), monitor.calls);
    }

    @Test
    void followsAllNamespacesWhileThatIsWanted() {
        live.setVisible(true);
        live.setAllNamespaces(true);
        live.setAllNamespaces(true);
        live.setAllNamespaces(false);
        assertEquals(List.of("subscribe PT1S", "close", "all PT1S", "close", "subscribe PT1S"), monitor.calls);
    }

    @Test
    void followsTheConnectionsIfThatIsPreferred() {
        live.setVisible(true);
        live.setRate(new RefreshRate(true, Duration.ofSeconds(1)));
        assertEquals(List.of("subscribe PT1S", "close", "follow"), monitor.calls);
    }

    @Test
    void doesNotStartForAChangedRate() {
        live.setRate(rate(5));
        assertEquals(List.of(), monitor.calls);
    }

    @Test
    void asksTheMonitorToRefreshNow() {
        live.setVisible(true);
        live.refreshNow();
        assertEquals(List.of("subscribe PT1S", "refreshNow"), monitor.calls);
    }

    @Test
    void refreshesOnceWhenAskedWhilePaused() throws InterruptedException {
        live.setPaused(true);
        live.refreshNow();
        assertTrue(listener.refreshed.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("snapshot"), monitor.calls);
    }

    @Test
    void showsOneMomentWhenOpenedWhilePaused() throws InterruptedException {
        live.setPaused(true);
        live.setVisible(true);
        assertTrue(listener.refreshed.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("snapshot"), monitor.calls);
    }

    @Test
    void passesFailuresOn() {
        live.setVisible(true);
        monitor.listener.failed(new ConnectionException("expected by a test"));
        assertEquals(List.of("expected by a test"), listener.failures);
    }

    @Test
    void showsAMomentOfThePastInPlaceOfThePresent() {
        live.setVisible(true);
        live.setPast(PAST);
        live.setPaused(true);
        listener.await(PAST);
        live.refreshNow();
        assertEquals(List.of("subscribe PT1S", "close"), monitor.calls);
    }

    @Test
    void leavesOutWhatWasOnItsWayWhenTheUserWentToThePast() {
        live.setVisible(true);
        live.setPast(PAST);
        monitor.listener.refreshed(SNAPSHOT, Delta.between(SNAPSHOT, SNAPSHOT));
        live.setPaused(true);
        listener.await(PAST);
        assertFalse(listener.seen.contains(SNAPSHOT));
    }

    @Test
    void goesOnWithThePresentAfterAMomentOfThePast() {
        live.setVisible(true);
        live.setPast(PAST);
        live.setPaused(true);
        listener.await(PAST);
        live.setPaused(false);
        live.setPast(null);
        assertEquals(List.of("subscribe PT1S", "close", "subscribe PT1S", "refreshNow"), monitor.calls);
        monitor.listener.refreshed(SNAPSHOT, Delta.between(SNAPSHOT, SNAPSHOT));
        listener.await(SNAPSHOT);
    }

    @Test
    void whatIsOpenedLaterShowsTheSameMomentOfThePast() {
        live.setPast(PAST);
        live.setPaused(true);
        live.setVisible(true);
        listener.await(PAST);
        assertEquals(List.of(), monitor.calls);
    }

    private static RefreshRate rate(int seconds) {
        return new RefreshRate(false, Duration.ofSeconds(seconds));
    }

    private static final class FakeMonitor implements ConnectionMonitor {

        private final List<String> calls = new ArrayList<>();
        private ConnectionListener listener;

        @Override
        public Snapshot snapshot() {
            calls.add("snapshot");
            return SNAPSHOT;
        }

        @Override
        public Snapshot snapshotOfAllNamespaces() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SocketDetails> details(Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean close(Connection connection) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Schedule subscribe(Duration interval, ConnectionListener subscriber) {
            return schedule("subscribe " + interval, subscriber);
        }

        @Override
        public Schedule subscribeToAllNamespaces(Duration interval, ConnectionListener subscriber) {
            return schedule("all " + interval, subscriber);
        }

        @Override
        public Schedule follow(ConnectionListener follower) {
            return schedule("follow", follower);
        }

        private Schedule schedule(String call, ConnectionListener told) {
            calls.add(call);
            listener = told;
            return new Schedule() {
                @Override
                public void refreshNow() {
                    calls.add("refreshNow");
                }

                @Override
                public void close() {
                    calls.add("close");
                }
            };
        }
    }

    private static final class RecordingListener implements LiveRefresh.Listener {

        private final CountDownLatch refreshed = new CountDownLatch(1);
        private final List<String> failures = new ArrayList<>();
        private final List<Boolean> pauses = new ArrayList<>();
        private final BlockingQueue<Snapshot> news = new LinkedBlockingQueue<>();
        private final List<Snapshot> seen = new ArrayList<>();

        /** Waits until this is shown. */
        void await(Snapshot expected) {
            try {
                Snapshot next = news.poll(30, TimeUnit.SECONDS);
                while (next != null && !next.equals(expected)) {
                    seen.add(next);
                    next = news.poll(30, TimeUnit.SECONDS);
                }
                assertNotNull(next);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void refreshed(Snapshot snapshot, Delta delta) {
            news.add(snapshot);
            refreshed.countDown();
        }

        @Override
        public void failed(ConnectionException failure) {
            failures.add(failure.getMessage());
        }

        @Override
        public void paused(boolean isPaused) {
            pauses.add(isPaused);
        }
    }
}
