// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedStatus;
import org.portio.feed.PublishedEvent;

/** Makes up what the keeper reports. */
final class Reports {

    static final FeedReport OFF = new FeedReport(false, null, "", "", List.of(), List.of());

    private Reports() {}

    /** Returns one of a feed that runs, with the events of these numbers. */
    static FeedReport running(String run, boolean plain, long overruns, long first, long last) throws FeedException {
        FeedStatus status = new FeedStatus(
                FeedAddress.parse("tcp://127.0.0.1:5556"),
                FeedAddress.parse("tcp://127.0.0.1:5557"),
                plain,
                run,
                Instant.parse("2026-03-01T12:00:00Z"),
                last,
                0,
                last,
                1.25,
                overruns);
        List<PublishedEvent> events = LongStream.rangeClosed(first, last)
                .mapToObj(number -> event(number, "opened/tcp/80/"))
                .toList();
        return new FeedReport(true, status, plain ? "" : "key", "", List.of(), events);
    }

    static PublishedEvent event(long number, String topic) {
        return new PublishedEvent(number, Instant.EPOCH, topic, "text " + number, "{}");
    }
}
