// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.portio.record.Coverage;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.SocketFilter;
import org.portio.record.ui.internal.chart.TimeRange;
import org.portio.record.ui.internal.chart.Timeline;
import org.portio.record.ui.internal.source.Past;
import org.portio.record.ui.internal.source.Told;

/** Reads for the view what is known of a time: rows for the table, numbers for the chart. From one thread. */
final class PastReader {

    /** The most rows that are read, for nobody looks through more; the filter chooses among all there are. */
    static final int MOST = 5_000;

    /** Numbers of a great many sockets are asked for anew only after this. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /**
     * The content of the table.
     *
     * @param total number of all sockets of that time, also those without a row
     */
    record Page(List<HistoryRow> rows, long sockets, long total, Told told) {}

    private record Request(Span span, String filter) {}

    private final Past past;
    private Request counted;
    private Timeline kept = Timeline.EMPTY;
    private Instant keptAt = Instant.MIN;

    PastReader(Past past) {
        this.past = past;
    }

    /** Reads what the table shows. */
    Page page(Span span, SocketFilter filter, Instant now) throws RecordException {
        TimeRange range = span.ofTable(now);
        Told told = past.ask(question(range, filter).limitedTo(MOST));
        List<HistoryRow> rows = HistoryRows.of(told, range.from(), range.until(), now);
        return new Page(rows, told.accounts().count(), told.total(), told);
    }

    /**
     * Reads what the chart shows.
     *
     * @param page what the table shows, which may be the same
     */
    Timeline timeline(Span span, SocketFilter filter, Page page, Instant now, BooleanSupplier isCancelled)
            throws RecordException {
        TimeRange range = span.ofChart(now);
        Told told = span.selected() == null
                ? page.told()
                : past.ask(question(range, filter).limitedTo(MOST));
        TimeRange drawn = drawn(range, told.coverage());
        if (told.isComplete()) {
            counted = null;
            return Timeline.of(told.accounts().toList(), told.coverage(), drawn, now);
        }
        Request request = new Request(span, filter.words());
        if (!Objects.equals(request, counted) || keptAt.isBefore(now.minus(KEPT))) {
            kept = Timeline.counted(counter(filter), told.coverage(), drawn, now, isCancelled);
            keptAt = now;
            counted = isCancelled.getAsBoolean() ? null : request;
        }
        return kept;
    }

    private static Question question(TimeRange range, SocketFilter filter) {
        return filter.on(Question.between(range.from(), range.until()));
    }

    /** Returns the range with a beginning: that of the first watching. */
    private static TimeRange drawn(TimeRange range, List<Coverage> coverage) {
        if (!range.from().equals(Instant.MIN)) {
            return range;
        }
        Instant first = coverage.isEmpty()
                ? range.until().minus(KEPT)
                : coverage.getFirst().from();
        return TimeRange.between(first, range.until());
    }

    private Timeline.Counter counter(SocketFilter filter) {
        return new Timeline.Counter() {

            @Override
            public long count(TimeRange range) throws RecordException {
                return past.ask(question(range, filter).limitedTo(0)).total();
            }

            @Override
            public long present(Instant time) throws RecordException {
                return past.ask(question(new TimeRange(time, time), filter))
                        .accounts()
                        .filter(account -> account.wasThere(time))
                        .count();
            }
        };
    }
}
