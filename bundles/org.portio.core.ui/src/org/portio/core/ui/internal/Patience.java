// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Duration;

/** Adds up how long others wait for one that is slow, a little for each of many cells: half of a period is too long. */
final class Patience {

    static final Duration PERIOD = Duration.ofSeconds(10);
    /** Below this it is the machine, rather than who is asked. */
    private static final long NOTHING_NANOS = Duration.ofMillis(20).toNanos();

    private long begun = System.nanoTime();
    private long waited;

    /** Adds a time; returns whether it is over. On any thread. */
    synchronized boolean isOverAfter(long nanos) {
        if (nanos < NOTHING_NANOS) {
            return false;
        }
        long now = System.nanoTime();
        if (now - begun > PERIOD.toNanos()) {
            begun = now;
            waited = 0;
        }
        waited += nanos;
        return waited > PERIOD.toNanos() / 2;
    }
}
