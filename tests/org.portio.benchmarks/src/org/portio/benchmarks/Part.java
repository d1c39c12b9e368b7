// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

/** A part of a scenario that can be measured by itself. */
public enum Part {
    WARM("warm refresh with owners, ms"),
    COLD("whole processes, cold, ms"),
    CHECK("rows of sockets that stay open, in all refreshes together"),
    MEMORY("memory"),
    REST("watching while nothing happens, processor time in % of one core"),
    DELAY("watching, from a listener's opening until it is known, ms"),
    FEED("the feed, events a second that every subscriber gets"),
    FEED_DELAY("the feed, from a listener's opening until a subscriber is told, ms"),
    PAST("history, recorded as fast as possible"),
    QUESTIONS("history, questions with the newest 1,000 sockets as answer, ms"),
    JMH("warm refresh by JMH"),
    START("workbench, from the start of the process, ms"),
    UI("workbench, longest time at a stretch that the UI thread is busy, of every two seconds, ms");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
