// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;

class MeasuredCellsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Cells<Long> bytes = new NumberCells<>(
            String::valueOf, (row, first, last) -> first <= row && row <= last, NumberCells.UNLIMITED);
    private final Cells<Duration> rtt = NumberCells.ofDurations(Duration::toString, List::of);
    private final Cells<Instant> started = new TimeCells<>(Instant::toString, List::of, InstantSource.fixed(NOW));

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        ">1M, 1048576, false",
        ">1M, 1048577, true",
        ">=1MiB, 1048576, true",
        ">=1mb, 1000000, true",
        ">1MB, 1000000, false",
        "<10k, 10239, true",
        "<10k, 10240, false",
        "1.5k, 1536, true",
        "3k, 3072, true",
        "3k, 4095, true",
        "3k, 4096, false",
        "=80, 80, true",
        "=80, 81, false",
        "1k-2k, 1024, true",
        "1k-2k, 2048, true",
        "1k-2k, 2049, false",
        "2G-, 3000000000, true",
        "-1T, 1099511627776, true",
        "1500, 1500, true",
        "1500b, 1501, false"
    })
    void amountsAreComparedWithUnits(String value, long bytesOfRow, boolean found) throws Exception {
        assertEquals(found, bytes.named("bytes", value.toLowerCase(Locale.ROOT)).test(bytesOfRow));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "<20ms, PT0.019S, true",
        "<20ms, PT0.02S, false",
        ">1.5s, PT1.6S, true",
        ">1.5s, PT1.5S, false",
        "5m, PT5M30S, true",
        "5m, PT6M, false",
        "<1, PT0.999S, true",
        "500us-1ms, PT0.0007S, true",
        "500us-1ms, PT0.0011S, false",
        ">2h, PT3H, true",
        "<7d, PT200H, false",
        "<1w, PT100H, true"
    })
    void timesAreComparedWithUnits(String value, Duration time, boolean found) throws Exception {
        assertEquals(found, rtt.named("rtt", value).test(time));
    }

    @ParameterizedTest(name = "{0}: {1} s ago is {2}")
    @CsvSource({
        "<5m, 299, true",
        "<5m, 300, false",
        "5m, 300, true",
        "5m, 301, false",
        ">1h, 3601, true",
        ">1h, 60, false",
        "1m-5m, 120, true",
        "1m-5m, 30, false",
        "<5m, -10, true",
        "2026-11-29, 60, true",
        "2026-11-28, 60, false",
        "2026, 60, true"
    })
    void momentsAreComparedByHowLongAgoTheyAre(String value, long secondsAgo, boolean found) throws Exception {
        assertEquals(found, started.named("started", value).test(NOW.minusSeconds(secondsAgo)));
    }

    @Test
    void whatShowsNothingIsOnlyCompared() throws Exception {
        Cells<Instant> cells = TimeCells.unseen(List::of);
        assertTrue(cells.named("new", "1m").test(Instant.now()));
        assertFalse(cells.named("new", "1m").test(Instant.now().minusSeconds(61)));
        assertFalse(cells.plain("1m").test(Instant.now()));
        assertEquals(
                "\"yesterday\" is not a time. Write new:<20ms, new:>1.5s, new:5m-10m or new:>2h.",
                assertThrows(WrongFilterException.class, () -> cells.named("new", "yesterday"))
                        .getMessage());
        assertFalse(
                TimeCells.<Connection>unseen(_ -> List.of()).named("new", "<5m").test(socket(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1x", "1mm", "k", ">k", "1k2", "1.2.3k", "-k", "1k-2x", "1,5k", "1e5", "0x10", "999999t", "1.5", "1.5b"
            })
    void anAmountThatIsNoneIsRefused(String value) {
        assertThrows(WrongFilterException.class, () -> bytes.named("bytes", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "ms", "<ms", "20 ms", "5m-1m", "99999999999d", "1k"})
    void aTimeThatIsNoneIsRefused(String value) {
        assertThrows(WrongFilterException.class, () -> rtt.named("rtt", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", ">=", "-", "="})
    void whatIsStillBeingTypedMatchesAll(String value) throws Exception {
        assertTrue(bytes.named("bytes", value).test(5L));
        assertTrue(rtt.named("rtt", value).test(Duration.ZERO));
        assertTrue(started.named("started", value).test(Instant.EPOCH));
    }

    @ParameterizedTest
    @CsvSource({
        "recvQ:>1k, true",
        "recvQ>1k, true",
        "recvQ:<1k, false",
        "pid:42, true",
        "pid>1k, false",
        "processStartTime:<5m, true",
        "processStartTime<5m, true",
        "processStartTime:>5m, false",
        "'recvQ:1,2k', true",
        "!recvQ:>1M, true"
    })
    void fieldsOfConnectionsAreComparedByTheirType(String filter, boolean found) throws Exception {
        List<FilterColumn<Connection>> columns = ConnectionFields.ALL.stream()
                .filter(field -> field.title() != null)
                .map(field -> FilterColumn.of(field.id(), FieldCells.of(field)))
                .toList();
        assertEquals(found, Filter.parse(filter, columns, columns).test(socket(2_500)));
    }

    @Test
    void aNumberOfMicrosecondsByItsNameIsATime() throws Exception {
        ConnectionField<Long> field =
                new ConnectionField<>("rttMicros", null, Long.class, _ -> 15_000L, null, null, null);
        List<FilterColumn<Connection>> columns = List.of(FilterColumn.of("rttMicros", FieldCells.of(field)));
        assertTrue(Filter.parse("rtt:<20ms", columns, columns).test(socket(0)));
        assertFalse(Filter.parse("rtt>20ms", columns, columns).test(socket(0)));
    }

    private static Connection socket(long received) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:80"))
                .queues(new Queues(received, 0))
                .owners(
                        List.of(new ProcessInfo(42, Instant.now().minusSeconds(60), "x", "", "", null, 1)),
                        Ownership.KNOWN)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "java foo:bar; foo",
                "java port:80,abc; abc",
                "java !port:abc or x; abc",
                "pid:8 port:70000; 70000",
                "user:x port:>70000; >70000",
                "process>5; process",
                "recvQ:1kk; 1kk",
                "state:xyz java; xyz",
                "a 300.0.0.1/8 b; 300.0.0.1/8",
                "State:XYZ; XYZ",
                "java ,; ,"
            })
    void theWrongPartIsShownAtItsPlace(String filter, String wrong) {
        List<FilterColumn<Connection>> columns = ConnectionFields.ALL.stream()
                .filter(field -> field.title() != null)
                .map(field -> FilterColumn.of(field.id(), FieldCells.of(field)))
                .toList();
        WrongFilterException e = assertThrows(WrongFilterException.class, () -> Filter.parse(filter, columns, columns));
        assertEquals(wrong, filter.substring(e.start(), e.start() + e.length()));
    }
}
