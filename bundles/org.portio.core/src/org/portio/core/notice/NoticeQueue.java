// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows one message at a time: what happens within a few seconds is joined, and the next message waits for its turn. */
public final class NoticeQueue {

    private final Duration joined;
    private final Duration apart;
    private final Map<String, Notice> waiting = new LinkedHashMap<>();
    private Instant due;
    private Instant earliest = Instant.MIN;

    /**
     * Creates an empty one.
     *
     * @param joined how long the first of several waits for the others
     * @param apart the least time between two messages
     */
    public NoticeQueue(Duration joined, Duration apart) {
        this.joined = joined;
        this.apart = apart;
    }

    /** Adds what is to be shown. Of two with the same subject only the later one is shown. */
    public synchronized void add(Notice notice, Instant now) {
        waiting.remove(notice.subject()); // so that the later one stands where it belongs in time
        waiting.put(notice.subject(), notice);
        if (due == null) {
            due = latest(now.plus(joined), earliest);
        }
    }

    /** Returns when there is something to take; empty if nothing waits. */
    public synchronized Optional<Instant> due() {
        return Optional.ofNullable(due);
    }

    /** Returns all that is due, in the order in which it happened, and forgets it; empty if it is too early. */
    public synchronized List<Notice> take(Instant now) {
        if (due == null || now.isBefore(due)) {
            return List.of();
        }
        List<Notice> taken = List.copyOf(waiting.values());
        waiting.clear();
        due = null;
        earliest = now.plus(apart);
        return taken;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
