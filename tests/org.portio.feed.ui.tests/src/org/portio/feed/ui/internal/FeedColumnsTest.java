// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.feed.PublishedEvent;

/** The texts that the table shows of an event. */
class FeedColumnsTest {

    @Test
    void theTopicIsTakenApart() {
        assertEquals(
                List.of("1970-01-01 00:00:00", "block", "udp", "9000-9010", "text 3", "block/udp/9000-9010/", "{}"),
                texts(Reports.event(3, "block/udp/9000-9010/")));
    }

    private static List<String> texts(PublishedEvent event) {
        return FeedColumns.events(ZoneOffset.UTC).columns().stream()
                .map(column -> column.text().apply(event))
                .toList();
    }
}
