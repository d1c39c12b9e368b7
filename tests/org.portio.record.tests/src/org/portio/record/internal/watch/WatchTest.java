// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.event.SocketCounters;
import org.portio.record.Coverage;
import org.portio.record.Evidence;

class WatchTest {

    private static final Instant START = Instant.parse("2026-11-29T01:00:00Z");

    private final Watch watch = new Watch(START, Set.of(Evidence.SNAPSHOT), Optional.of(counters(100, 50)));

    @Test
    void missesWhatTheKernelHasCountedAndNobodyHasSeen() {
        Coverage coverage = watch.coverage(START.plusSeconds(5), Optional.of(counters(110, 55)), 13, 0);

        assertEquals(15, coverage.opened());
        assertEquals(13, coverage.seen());
        assertEquals(2, coverage.missed());
    }

    @Test
    void neverSawMoreThanTheKernelHasCounted() {
        assertEquals(
                15,
                watch.coverage(START.plusSeconds(5), Optional.of(counters(110, 55)), 16, 0)
                        .seen());
    }

    @Test
    void doesNotKnowWhatItMissesWithoutCounters() {
        Watch blind = new Watch(START, Set.of(Evidence.SNAPSHOT), Optional.empty());

        Coverage coverage = blind.coverage(START.plusSeconds(5), Optional.empty(), 13, 0);

        assertEquals(-1, coverage.opened());
        assertEquals(-1, coverage.seen());
        assertEquals(-1, coverage.missed());
    }

    @Test
    void countsWhatCouldNotBeTakenIn() {
        watch.overrun();

        assertEquals(
                4, watch.coverage(START, Optional.of(counters(100, 50)), 0, 3).overruns());
    }

    @Test
    void isToldOnceASecondWhileSomethingChangesAndSeldomOtherwise() {
        assertTrue(watch.isDue(after(0, 0)));
        watch.told(after(0, 0));

        assertFalse(watch.isDue(after(900, 1)));
        assertTrue(watch.isDue(after(1000, 1)));
        assertFalse(watch.isDue(after(4900, 0)));
        assertTrue(watch.isDue(after(5000, 0)));
    }

    private Coverage after(long millis, long opened) {
        return watch.coverage(START.plusMillis(millis), Optional.of(counters(100 + opened, 50)), 0, 0);
    }

    private static SocketCounters counters(long active, long passive) {
        return new SocketCounters(START, active, passive, 0, 0);
    }
}
