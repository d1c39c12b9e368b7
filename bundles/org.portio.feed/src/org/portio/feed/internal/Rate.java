// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Events a second over the last ten heartbeats. */
final class Rate {

    private static final int HEARTBEATS = 10;
    private static final double SECOND = 1e9;

    /** A count at a moment. */
    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    synchronized void note(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        if (samples.size() > HEARTBEATS + 1) {
            samples.removeFirst();
        }
    }

    synchronized double perSecond() {
        if (samples.size() < 2) {
            return 0;
        }
        Sample first = samples.getFirst();
        Sample last = samples.getLast();
        return (last.count() - first.count()) * SECOND / Math.max(1, last.nanos() - first.nanos());
    }
}
