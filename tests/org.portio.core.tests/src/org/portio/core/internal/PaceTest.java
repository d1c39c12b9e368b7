// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.ChangeSigns.Sign;

class PaceTest {

    private final Pace pace = new Pace();

    @ParameterizedTest(name = "after {0}, if one costs {1} ms: {2} ms")
    @CsvSource({
        "CHANGED, 0, 80",
        "CHANGED, 3, 80",
        "CHANGED, 20, 400",
        "CHANGED, 100, 1000",
        "TRAFFIC, 3, 1000",
        "TRAFFIC, 30, 4500",
        "TRAFFIC, 110, 15000",
        "NONE, 3, 1000",
        "NONE, 20, 6000",
        "NONE, 110, 30000"
    })
    void leavesTimeBetweenSnapshotsByWhatWasNoticedAndWhatOneCosts(Sign sign, long cost, long wait) {
        take(0, cost);
        take(cost, 2 * cost);

        notice(sign);

        assertEquals(wait, dueAfter(2 * cost));
    }

    @Test
    void doesNotTakeTheFirstSnapshotForItsUsualCostNorASlowOneInBetween() {
        take(0, 900);
        notice(Sign.CHANGED);
        assertEquals(80, dueAfter(900));

        take(1000, 1003);
        take(1100, 2000);

        notice(Sign.CHANGED);
        assertEquals(80, dueAfter(2000));
    }

    @Test
    void takesOneMoreSoonAfterAChangeAndThenRests() {
        notice(Sign.CHANGED);
        take(0, 1);
        assertEquals(80, dueAfter(1));

        take(81, 82);

        assertEquals(1000, dueAfter(82));
    }

    @Test
    void remembersTheStrongestSign() {
        take(0, 1);

        notice(Sign.CHANGED);
        notice(Sign.NONE);
        notice(Sign.TRAFFIC);

        assertEquals(80, dueAfter(1));
    }

    @Test
    void looksAtListenersSoonAfterAChangeThatIsNotYetAnswered() {
        take(0, 100);
        take(100, 200);
        assertFalse(areListenersDue(1000));

        notice(Sign.CHANGED);
        notice(Sign.NONE);

        assertFalse(areListenersDue(249));
        assertTrue(areListenersDue(250));
        pace.listenersTaken(MILLISECONDS.toNanos(250), MILLISECONDS.toNanos(270));
        assertFalse(areListenersDue(1100));
        assertEquals(1000, dueAfter(200));
    }

    @Test
    void looksAtListenersFirstIfASnapshotOfAllTakesLong() {
        take(0, 60);
        take(60, 120);
        assertFalse(pace.areListenersFirst());

        notice(Sign.CHANGED);
        assertTrue(pace.areListenersFirst());

        pace.listenersTaken(MILLISECONDS.toNanos(9000), MILLISECONDS.toNanos(9010));
        assertFalse(pace.areListenersFirst());
        take(9010, 9013);
        notice(Sign.CHANGED);
        assertFalse(pace.areListenersFirst());
    }

    @Test
    void leavesListenersToTheNextSnapshotOfAllIfThatIsDueBeforeLong() {
        take(0, 3);
        take(83, 86);

        notice(Sign.CHANGED);

        assertFalse(areListenersDue(140));
        assertEquals(80, dueAfter(86));
    }

    @Test
    void leavesTimeBetweenLooksAtListenersByWhatOneCosts() {
        take(0, 100);
        take(100, 200);
        pace.listenersTaken(MILLISECONDS.toNanos(300), MILLISECONDS.toNanos(320));

        notice(Sign.CHANGED);

        assertFalse(areListenersDue(419));
        assertTrue(areListenersDue(420));
    }

    @Test
    void looksForSignsLessOftenAfterFiveSecondsWithoutOne() {
        pace.notice(Sign.TRAFFIC, MILLISECONDS.toNanos(1000));
        pace.notice(Sign.NONE, MILLISECONDS.toNanos(3000));

        assertEquals(MILLISECONDS.toNanos(20), pace.untilNextLook(MILLISECONDS.toNanos(5999)));
        assertEquals(MILLISECONDS.toNanos(50), pace.untilNextLook(MILLISECONDS.toNanos(6000)));
    }

    private void notice(Sign sign) {
        pace.notice(sign, 0);
    }

    private boolean areListenersDue(long moment) {
        return pace.areListenersDue(MILLISECONDS.toNanos(moment));
    }

    private void take(long start, long end) {
        pace.taken(MILLISECONDS.toNanos(start), MILLISECONDS.toNanos(end));
    }

    /** Returns how many milliseconds after this moment the next is due. */
    private long dueAfter(long moment) {
        long wait = 0;
        while (!pace.isDue(MILLISECONDS.toNanos(moment + wait))) {
            wait++;
        }
        return wait;
    }
}
