// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.portio.core.ChangeSigns.Sign;

/**
 * Decides when the next snapshot is due, from what was noticed and what the last one cost. Times are nanoseconds of
 * {@link System#nanoTime()}.
 */
final class Pace {

    /**
     * The wait that a sign entitles to: so many times as long as the last snapshot took, so that a busy machine is left
     * alone, but neither shorter nor longer than these.
     */
    private record Wait(int costs, long shortest, long longest) {

        static Wait ofMillis(int costs, long shortest, long longest) {
            return new Wait(costs, MILLISECONDS.toNanos(shortest), MILLISECONDS.toNanos(longest));
        }

        long after(long cost) {
            return Math.clamp(costs * cost, shortest, longest);
        }
    }

    private static final Wait AFTER_CHANGE = Wait.ofMillis(20, 80, 1000);
    private static final Wait AFTER_TRAFFIC = Wait.ofMillis(50, 1000, 2000);
    private static final Wait AFTER_NOTHING = Wait.ofMillis(200, 1000, 10_000);

    private Sign noticed = Sign.NONE;
    /** The process that has just opened a socket may not yet have done with it what it means to: bind, share, pass on. */
    private boolean settling;

    private long end;
    private long cost;
    /** The cost of the snapshot before, since a single one may have been slow: the first is, and one of a busy moment. */
    private long costBefore;

    void notice(Sign sign) {
        if (sign.compareTo(noticed) > 0) {
            noticed = sign;
        }
    }

    boolean isDue(long now) {
        return now - end >= untilNext().after(Math.min(cost, costBefore));
    }

    private Wait untilNext() {
        if (settling || noticed == Sign.CHANGED) {
            return AFTER_CHANGE;
        }
        return noticed == Sign.TRAFFIC ? AFTER_TRAFFIC : AFTER_NOTHING;
    }

    /** Notes that a snapshot was taken and told to all, and forgets the signs that it answers. */
    void taken(long start, long now) {
        settling = noticed == Sign.CHANGED;
        noticed = Sign.NONE;
        costBefore = cost;
        cost = now - start;
        end = now;
    }
}
