// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.portio.feed.FeedSubscriber;
import org.portio.feed.PublishedEvent;
import org.portio.ui.TimeText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the two tables of the view Feed. */
final class FeedColumns {

    private static final List<String> WHAT = List.of("opened", "changed", "closed", "reservation", "block");
    private static final int TIME_WIDTH = 160;
    private static final int SHORT_WIDTH = 95;
    private static final int LONG_WIDTH = 420;

    private FeedColumns() {}

    /** Returns the table of events, with the newest first. */
    static TableModel<PublishedEvent> events(ZoneId zone) {
        List<Column<PublishedEvent>> columns = List.of(
                Column.<PublishedEvent>text("time", Messages.FeedColumns_time, row -> TimeText.moment(row.time(), zone))
                        .orderedBy(Comparator.comparing(PublishedEvent::number))
                        .wide(TIME_WIDTH),
                Column.<PublishedEvent>words("what", Messages.FeedColumns_what, row -> part(row, 0), WHAT)
                        .wide(SHORT_WIDTH),
                Column.<PublishedEvent>words(
                                "protocol", Messages.FeedColumns_protocol, row -> part(row, 1), List.of("tcp", "udp"))
                        .wide(SHORT_WIDTH),
                Column.<PublishedEvent>ports(
                                "port",
                                Messages.FeedColumns_port,
                                row -> part(row, 2),
                                FeedColumns::first,
                                FeedColumns::last)
                        .wide(SHORT_WIDTH),
                Column.<PublishedEvent>text("details", Messages.FeedColumns_details, PublishedEvent::text)
                        .wide(LONG_WIDTH),
                Column.<PublishedEvent>text("topic", Messages.FeedColumns_topic, PublishedEvent::topic)
                        .hidden(),
                Column.<PublishedEvent>text("json", Messages.FeedColumns_json, PublishedEvent::json)
                        .wide(LONG_WIDTH)
                        .hidden());
        return new TableModel<>(columns, PublishedEvent::number, new Sort("time", true));
    }

    private static String part(PublishedEvent event, int index) {
        return event.topic().split("/")[index];
    }

    private static int first(PublishedEvent event) {
        return Integer.parseInt(part(event, 2).split("-")[0]);
    }

    private static int last(PublishedEvent event) {
        String[] ends = part(event, 2).split("-");
        return Integer.parseInt(ends[ends.length - 1]);
    }

    private static String names(FeedSubscriber subscriber) {
        return String.join(" " + Messages.FeedColumns_or + " ", subscriber.names());
    }

    /** Returns the table of subscribers, in the order in which they came. */
    static TableModel<FeedSubscriber> subscribers() {
        List<Column<FeedSubscriber>> columns = List.of(
                Column.text("name", Messages.FeedColumns_name, FeedColumns::names),
                Column.<FeedSubscriber>text("address", Messages.FeedColumns_address, FeedSubscriber::address)
                        .wide(TIME_WIDTH),
                Column.<FeedSubscriber>text("process", Messages.FeedColumns_process, FeedSubscriber::process)
                        .wide(TIME_WIDTH));
        return new TableModel<>(columns, FeedSubscriber::address, null);
    }
}
