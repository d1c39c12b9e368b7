// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.portio.feed.FeedReport;
import org.portio.feed.PublishedEvent;

/** The newest events of the feed, taken over from one report after another. */
final class Tail {

    static final int MOST = 1000;

    private final Deque<PublishedEvent> newest = new ArrayDeque<>(MOST);
    private String run = "";

    /** Returns the number of the newest one; 0 if there is none. */
    synchronized long seen() {
        return newest.isEmpty() ? 0 : newest.getLast().number();
    }

    /**
     * Takes over what a report has that is new.
     *
     * @return whether the report is of another run than what was there, whose numbers begin anew: then it is to be asked for again
     */
    synchronized boolean take(FeedReport report) {
        String current = report.isRunning() ? report.status().run() : "";
        boolean isOther = !current.equals(run) && !newest.isEmpty();
        if (!current.equals(run)) {
            newest.clear();
            run = current;
        }
        if (!isOther) {
            report.events().forEach(this::add);
        }
        return isOther;
    }

    private void add(PublishedEvent event) {
        if (newest.size() == MOST) {
            newest.removeFirst();
        }
        newest.addLast(event);
    }

    synchronized List<PublishedEvent> events() {
        return List.copyOf(newest);
    }
}
