// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.portio.core.event.SocketCounters;
import org.portio.record.Coverage;
import org.portio.record.Evidence;

/** Counts how completely was watched since a moment; for one thread. */
public final class Watch {

    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofSeconds(5);

    private final Instant from;
    private final Set<Evidence> sources;
    /** Null if the kernel has no counters. */
    private final SocketCounters baseline;

    private int overruns;
    private Coverage told;

    /** Begins with what the kernel's counters said then; empty if it has none. */
    public Watch(Instant from, Set<Evidence> sources, Optional<SocketCounters> baseline) {
        this.from = from.truncatedTo(ChronoUnit.MICROS);
        this.sources = Set.copyOf(sources);
        this.baseline = baseline.orElse(null);
    }

    public Instant from() {
        return from;
    }

    public Set<Evidence> sources() {
        return sources;
    }

    /** Notes that something was told that could not be taken in. */
    public void overrun() {
        overruns++;
    }

    /**
     * Returns how completely was watched until then. Of a connection whose end the kernel told late, it cannot be known whether it was
     * opened just before the watch began: what the kernel has counted decides how many of those were not.
     */
    public Coverage coverage(Instant until, Optional<SocketCounters> now, long seen, long givenUp) {
        boolean counts = baseline != null && now.isPresent();
        Instant end = until.truncatedTo(ChronoUnit.MICROS);
        long opened = counts ? now.get().opens() - baseline.opens() : -1;
        return new Coverage(
                from,
                end.isBefore(from) ? from : end,
                sources,
                opened,
                Math.min(seen, opened),
                overruns + (int) Math.min(givenUp, Integer.MAX_VALUE / 2));
    }

    /** Returns whether this is to be told now: about once a second while something changes, and seldom otherwise. */
    public boolean isDue(Coverage now) {
        if (told == null) {
            return true;
        }
        Duration since = Duration.between(told.until(), now.until());
        boolean same = told.opened() == now.opened() && told.seen() == now.seen() && told.overruns() == now.overruns();
        return since.compareTo(same ? SELDOM : OFTEN) >= 0;
    }

    /** Notes that this was told. */
    public void told(Coverage coverage) {
        told = coverage;
    }
}
