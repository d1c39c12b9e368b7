// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.portio.feed.PublishedEvent;

/** Keeps the newest events for those who look on without subscribing. */
final class Tail {

    /** Some half a megabyte. */
    static final int MOST = 1000;

    private final Deque<PublishedEvent> newest = new ArrayDeque<>(MOST);
    private long number;

    synchronized void add(List<Event> events, Instant time) {
        for (Event event : events) {
            if (newest.size() == MOST) {
                newest.removeFirst();
            }
            newest.addLast(new PublishedEvent(++number, time, event.topic(), event.text(), event.json()));
        }
    }

    /** Returns how many there were. */
    synchronized long count() {
        return number;
    }

    /** Returns those with a greater number, as far as they are kept; the oldest first. */
    synchronized List<PublishedEvent> after(long seen) {
        return newest.stream().filter(event -> event.number() > seen).toList();
    }
}
