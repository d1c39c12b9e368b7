// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.RecordException;

/** Numbers of the sockets that opened, ended and were there, in equal parts of a stretch of time. */
public record Timeline(List<Bucket> buckets) {

    /**
     * One of the parts.
     *
     * @param opened number of sockets that were opened in it
     * @param ended number of those that ended in it
     * @param present number of those that were certainly there at its end
     * @param watched whether any of it was watched; if not, the numbers say nothing
     */
    public record Bucket(Instant from, Instant until, long opened, long ended, long present, boolean watched) {}

    /** Counts the sockets that were, or may have been, there in a stretch of time. */
    public interface Counter {

        /** Returns the number of them. */
        long count(TimeRange range) throws RecordException;

        /** Returns the number of those that were certainly there at this moment. */
        long present(Instant time) throws RecordException;
    }

    /** The time by which a recorder may lie behind with what it tells: if nothing happens, it seldom does. */
    public static final Duration BEHIND = Duration.ofSeconds(10);

    /** An empty one. */
    public static final Timeline EMPTY = new Timeline(List.of());

    public Timeline {
        buckets = List.copyOf(buckets);
    }

    /**
     * Counts accounts.
     *
     * @param accounts all that may have been there in the range
     * @param now no socket is known to have been there later
     */
    public static Timeline of(Collection<Account> accounts, List<Coverage> coverage, TimeRange range, Instant now) {
        Buckets buckets = Buckets.of(range);
        long[] opened = new long[buckets.count()];
        long[] ended = new long[buckets.count()];
        long[] present = new long[buckets.count() + 1];
        for (Account account : accounts) {
            count(opened, buckets.indexOf(account.opened().earliest()));
            if (!account.isOpen()) {
                count(ended, buckets.indexOf(account.closed().latest()));
            }
            for (int i = firstEndFrom(buckets, account.opened().latest(), now); i < buckets.count(); i++) {
                if (!account.wasThere(end(buckets, i, now))) {
                    break;
                }
                present[i]++;
            }
        }
        return made(buckets, opened, ended, present, coverage, now);
    }

    /**
     * Asks for the numbers of a range that has too many sockets to have all of them told: how many there may have been in a
     * part, less those of its beginning, have been opened in it.
     *
     * @param isCancelled ends it early, with an empty result
     */
    public static Timeline counted(
            Counter counter, List<Coverage> coverage, TimeRange range, Instant now, BooleanSupplier isCancelled)
            throws RecordException {
        Buckets buckets = Buckets.of(range);
        long[] opened = new long[buckets.count()];
        long[] ended = new long[buckets.count()];
        long[] present = new long[buckets.count()];
        long before = counter.count(new TimeRange(buckets.edge(0), buckets.edge(0)));
        for (int i = 0; i < buckets.count(); i++) {
            if (isCancelled.getAsBoolean()) {
                return EMPTY;
            }
            Instant edge = buckets.edge(i + 1);
            long within = counter.count(new TimeRange(buckets.edge(i), edge));
            long after = counter.count(new TimeRange(edge, edge));
            opened[i] = within - before;
            ended[i] = within - after;
            present[i] = counter.present(end(buckets, i, now));
            before = after;
        }
        return made(buckets, opened, ended, present, coverage, now);
    }

    private static void count(long[] counts, int index) {
        if (index >= 0) {
            counts[index]++;
        }
    }

    /** Returns the first part at whose end a socket was there that came to be at this time. */
    private static int firstEndFrom(Buckets buckets, Instant time, Instant now) {
        if (time.isAfter(now)) {
            return buckets.count();
        }
        int index = buckets.indexOf(time);
        return index >= 0 ? index : time.isBefore(buckets.edge(0)) ? 0 : buckets.count();
    }

    private static Instant end(Buckets buckets, int index, Instant now) {
        Instant end = buckets.edge(index + 1);
        return end.isAfter(now) ? now : end;
    }

    private static Timeline made(
            Buckets buckets, long[] opened, long[] ended, long[] present, List<Coverage> coverage, Instant now) {
        List<Bucket> made = new ArrayList<>();
        Instant told = now.minus(BEHIND);
        IntStream.range(0, buckets.count()).forEach(i -> {
            Instant from = buckets.edge(i);
            Instant until = buckets.edge(i + 1);
            boolean watched = coverage.stream()
                    .anyMatch(stretch -> stretch.from().isBefore(until)
                            && (stretch.until().isAfter(from) || stretch.until().isAfter(told)));
            made.add(new Bucket(from, until, opened[i], ended[i], present[i], watched));
        });
        return new Timeline(made);
    }
}
