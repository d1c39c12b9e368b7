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

    /** The time for which a sign may go unnoticed. */
    private static final long BETWEEN_LOOKS = MILLISECONDS.toNanos(20);
    /** The same when none has come for a while: a look takes no time, but to wake up for it fifty times a second does. */
    private static final long BETWEEN_QUIET_LOOKS = MILLISECONDS.toNanos(50);

    private static final long UNTIL_QUIET = MILLISECONDS.toNanos(5000);

    private static final Wait AFTER_CHANGE = Wait.ofMillis(20, 80, 1000);
    private static final Wait AFTER_TRAFFIC = Wait.ofMillis(150, 1000, 15_000);
    private static final Wait AFTER_NOTHING = Wait.ofMillis(300, 1000, 30_000);
    /** The wait before a look at the listeners alone, which takes a tenth of the time. */
    private static final Wait AFTER_LISTENERS = Wait.ofMillis(5, 50, 1000);

    private Sign noticed = Sign.NONE;
    private long lastSign;
    /** The process that has just opened a socket may not yet have done with it what it means to: bind, share, pass on. */
    private boolean settling;

    private long end;
    private long cost;
    /** The cost of the snapshot before, since a single one may have been slow: the first is, and one of a busy moment. */
    private long costBefore;

    private boolean areListenersKnown = true;
    private long listenersEnd;
    private long listenersCost;

    void notice(Sign sign, long now) {
        if (sign != Sign.NONE) {
            lastSign = now;
        }
        areListenersKnown &= sign != Sign.CHANGED;
        if (sign.compareTo(noticed) > 0) {
            noticed = sign;
        }
    }

    /** Returns how long to wait until the next look for signs. */
    long untilNextLook(long now) {
        return now - lastSign < UNTIL_QUIET ? BETWEEN_LOOKS : BETWEEN_QUIET_LOOKS;
    }

    boolean isDue(long now) {
        return dueAt() <= now;
    }

    private long dueAt() {
        return end + untilNext().after(Math.min(cost, costBefore));
    }

    /** Returns whether to look at the listeners before a snapshot of all that is due, since that takes long. */
    boolean areListenersFirst() {
        return !areListenersKnown && Math.min(cost, costBefore) > AFTER_LISTENERS.shortest();
    }

    /** Returns whether to look at the listeners alone, since it will not be time for all before long. */
    boolean areListenersDue(long now) {
        return !areListenersKnown
                && now - Math.max(end, listenersEnd) >= AFTER_LISTENERS.after(listenersCost)
                && dueAt() - now > AFTER_LISTENERS.shortest();
    }

    /** Notes that a snapshot of the listeners was taken and told to all. */
    void listenersTaken(long start, long now) {
        areListenersKnown = true;
        listenersCost = now - start;
        listenersEnd = now;
    }

    private Wait untilNext() {
        if (settling || noticed == Sign.CHANGED) {
            return AFTER_CHANGE;
        }
        return noticed == Sign.TRAFFIC ? AFTER_TRAFFIC : AFTER_NOTHING;
    }

    /** Notes that a snapshot was taken and told to all, and forgets the signs that it answers. */
    void taken(long start, long now) {
        areListenersKnown = true;
        settling = noticed == Sign.CHANGED;
        noticed = Sign.NONE;
        costBefore = cost;
        cost = now - start;
        end = now;
    }
}
