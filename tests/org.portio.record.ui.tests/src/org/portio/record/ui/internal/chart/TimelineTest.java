// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;
import org.portio.record.ui.internal.chart.Timeline.Bucket;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimeRange MINUTE = new TimeRange(NOON, NOON.plusSeconds(60));
    private static final List<Coverage> ALL =
            List.of(new Coverage(NOON.minusSeconds(60), NOON.plusSeconds(120), Set.of(), 0, 0, 0));

    private int next;

    @Test
    void countsWhatOpenedAndEndedInEachPartAndWhatIsThereAtItsEnd() {
        List<Account> accounts = List.of(account(at(-5), at(2)), account(at(1), at(3)), account(at(2), null));

        Timeline timeline = Timeline.of(accounts, ALL, MINUTE, NOON.plusSeconds(60));

        assertEquals(60, timeline.buckets().size());
        assertEquals(List.of(0L, 1L, 1L, 0L), first(timeline, Bucket::opened));
        assertEquals(List.of(0L, 0L, 1L, 1L), first(timeline, Bucket::ended));
        assertEquals(List.of(1L, 2L, 2L, 1L), first(timeline, Bucket::present));
        assertEquals(1, timeline.buckets().getLast().present());
    }

    @Test
    void countsNoSocketAtATimeThatItMayOrMayNotHaveLasted() {
        Moment someTimeLater = new Moment(at(1).latest(), Instant.MAX, Evidence.SNAPSHOT);
        Moment someTimeBefore = new Moment(Instant.MIN, at(2).latest(), Evidence.SNAPSHOT);

        Timeline timeline = Timeline.of(
                List.of(account(at(0), someTimeLater), account(someTimeBefore, at(3))),
                ALL,
                MINUTE,
                NOON.plusSeconds(60));

        assertEquals(List.of(1L, 0L, 1L, 0L), first(timeline, Bucket::present));
        assertEquals(List.of(1L, 0L, 0L, 0L), first(timeline, Bucket::opened));
        assertEquals(List.of(0L, 0L, 0L, 1L), first(timeline, Bucket::ended));
    }

    @Test
    void isWatchedToTheEndAlthoughTheRecorderLiesBehind() {
        List<Coverage> told = List.of(new Coverage(NOON, NOON.plusSeconds(52), Set.of(), 0, 0, 0));

        assertTrue(Timeline.of(List.of(), told, MINUTE, NOON.plusSeconds(60)).buckets().stream()
                .allMatch(Bucket::watched));
        assertFalse(Timeline.of(List.of(), told, MINUTE, NOON.plusSeconds(90))
                .buckets()
                .getLast()
                .watched());
    }

    @Test
    void saysWhichPartsWereNotWatched() {
        List<Coverage> half = List.of(new Coverage(NOON.plusSeconds(30), NOON.plusSeconds(90), Set.of(), 0, 0, 0));

        List<Bucket> buckets =
                Timeline.of(List.of(), half, MINUTE, NOON.plusSeconds(90)).buckets();

        assertFalse(buckets.get(29).watched());
        assertTrue(buckets.get(30).watched());
    }

    @Test
    void hasTheSameNumbersWhetherAccountsAreToldOrOnlyCounted() throws RecordException {
        List<Account> accounts = new ArrayList<>();
        Random random = new Random(4);
        for (int i = 0; i < 500; i++) {
            int opened = random.nextInt(80_000) - 10_000;
            Moment closed = random.nextInt(4) == 0 ? null : atMillis(opened + 1 + random.nextInt(20_000));
            accounts.add(account(atMillis(opened), closed));
        }
        Instant now = NOON.plusSeconds(55);

        Timeline told = Timeline.of(accounts, ALL, MINUTE, now);
        Timeline counted = Timeline.counted(new CountedList(accounts), ALL, MINUTE, now, () -> false);

        assertEquals(told, counted);
    }

    @Test
    void endsCountingWhenItIsNoLongerWanted() throws RecordException {
        assertEquals(Timeline.EMPTY, Timeline.counted(new CountedList(List.of()), ALL, MINUTE, NOON, () -> true));
    }

    @ParameterizedTest
    @CsvSource({
        "PT10S, PT1S, 10",
        "PT15M, PT15S, 61",
        "PT1H, PT1M, 61",
        "PT24H, PT30M, 49",
        "P7D, PT6H, 29",
        "P1000D, P21D, 49"
    })
    void dividesATimeIntoRoundParts(Duration length, Duration width, int count) {
        Instant until = NOON.plusMillis(300);

        Buckets buckets = Buckets.of(new TimeRange(until.minus(length), until));

        assertEquals(width.toMillis(), buckets.width());
        assertEquals(0, buckets.first() % buckets.width());
        assertTrue(Math.abs(count - buckets.count()) <= 1, "there are " + buckets.count());
        assertFalse(buckets.edge(buckets.count()).isBefore(until));
    }

    private record CountedList(List<Account> accounts) implements Timeline.Counter {

        @Override
        public long count(TimeRange range) {
            return accounts.stream()
                    .filter(account -> account.mayOverlap(range.from(), range.until()))
                    .count();
        }

        @Override
        public long present(Instant time) {
            return accounts.stream().filter(account -> account.wasThere(time)).count();
        }
    }

    private static List<Long> first(Timeline timeline, ToLongFunction<Bucket> number) {
        return timeline.buckets().stream().limit(4).map(number::applyAsLong).toList();
    }

    private static Moment at(int second) {
        return atMillis(second * 1_000 + 500);
    }

    private static Moment atMillis(long millis) {
        return Moment.at(NOON.plusMillis(millis), Evidence.SOCKET_END);
    }

    private Account account(Moment opened, Moment closed) {
        Connection connection = Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:80"))
                .build();
        return new Account(next++, connection, Role.BOUND, opened, closed, Set.of(), Map.of(), null);
    }
}
