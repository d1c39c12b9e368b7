// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;

class WatchTest {

    private static final int PORT = RealKeeper.FIRST_PORT;

    /** The events that the listener received, in words. */
    private static final class Ear implements ReservationListener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void changed(List<ReservationStatus> reservations) {
            told.add(String.join(
                    " ",
                    reservations.stream()
                            .map(status ->
                                    status.key().port() + ":" + status.state().label())
                            .toList()));
        }

        @Override
        public void failed(ReservationException failure) {
            told.add(failure.getMessage());
        }

        String next() throws InterruptedException {
            String next = told.poll(60, TimeUnit.SECONDS);
            assertTrue(next != null, "nothing is told");
            return next;
        }

        /** Returns the first event of this kind; events before it are intermediate. */
        void await(String wanted) throws InterruptedException {
            while (!next().equals(wanted)) {
                assertTrue(told.size() < 1000);
            }
        }
    }

    @TempDir
    private Path folder;

    private final Ear ear = new Ear();

    @Test
    void tellsHowTheyStandAndEachChange() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            keeper.start();
            keeper.client().reservations().reserve(RealKeeper.reservation(PORT));
            try (AutoCloseable _ = keeper.client().reservations().watch(ear)) {
                assertEquals(PORT + ":held", ear.next());

                keeper.client()
                        .reservations()
                        .release(RealKeeper.reservation(PORT).key());
                assertEquals("", ear.next());
            }
        }
    }

    @Test
    void tellsNothingAfterItIsClosed() throws Exception {
        Ear other = new Ear();
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            keeper.start();
            try (AutoCloseable _ = keeper.client().reservations().watch(ear)) {
                assertEquals("", ear.next());
            }
            try (AutoCloseable _ = keeper.client().reservations().watch(other)) {
                other.await("");
                keeper.client().reservations().reserve(RealKeeper.reservation(PORT));
                other.await(PORT + ":held");
            }
            assertEquals(0, ear.told.size());
        }
    }

    @Test
    void findsAKeeperThatStartsLater() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder);
                AutoCloseable _ = keeper.client().reservations().watch(ear)) {
            assertEquals("", ear.next());

            keeper.start();
            keeper.client().reservations().reserve(RealKeeper.reservation(PORT));
            ear.await(PORT + ":held");
        }
    }

    @Test
    void saysOnceThatTheKeeperWasStoppedAndFollowsTheNext() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            keeper.start();
            keeper.reservations.reserve(RealKeeper.reservation(PORT));
            try (AutoCloseable _ = keeper.client().reservations().watch(ear)) {
                ear.await(PORT + ":held");

                keeper.close();
                assertEquals(
                        "the keeper was stopped: no ports are held until 'portio reservations'"
                                + " or another command starts it",
                        ear.next());
                keeper.start();
                assertEquals(PORT + ":held", ear.next());
            }
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the program of the test is a shell script")
    void startsAnotherKeeperInThePlaceOfOneThatWasKilled() throws Exception {
        try (RealKeeper keeper = new RealKeeper(folder)) {
            keeper.client().reservations().reserve(RealKeeper.reservation(PORT));
            try (AutoCloseable _ = keeper.client().reservations().watch(ear)) {
                ear.await(PORT + ":held");
                ProcessHandle first = keeper.process();

                RealKeeper.kill(first);
                assertEquals("the keeper has ended; it is started again", ear.next());
                ear.await(PORT + ":held");
                assertTrue(keeper.process().pid() != first.pid());
            }
        }
    }
}
