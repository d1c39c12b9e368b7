// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.TcpState;

class ClosedRowsTest {

    private static final Instant TIME = Instant.parse("2026-03-01T14:02:00Z");
    private static final Duration KEEP = Duration.ofSeconds(5);

    private final ClosedRows closed = new ClosedRows();
    private final Connection connection = Connections.tcp(80, 5000, TcpState.ESTABLISHED);

    @Test
    void whatClosedIsARowInTheStateClosedUntilItsTimeIsOver() {
        closed.refreshed(TIME, closing(connection));

        List<Connection> rows = closed.rows(KEEP, TIME.plusSeconds(4));
        assertEquals(List.of(connection.with().state(TcpState.CLOSED).build()), rows);
        assertEquals(Optional.of(TIME), closed.closed(connection));

        assertEquals(List.of(), closed.rows(KEEP, TIME.plusSeconds(5)));
        assertEquals(Optional.empty(), closed.closed(connection));
    }

    @Test
    void aUdpSocketHasNoStateAfterwardsEither() {
        Connection udp = Connections.udp(53);
        closed.refreshed(TIME, closing(udp));
        assertEquals(List.of(udp), closed.rows(KEEP, TIME));
    }

    @Test
    void nothingIsKeptIfTheUserWantsNothing() {
        closed.refreshed(TIME, closing(connection));
        assertEquals(List.of(), closed.rows(Duration.ZERO, TIME));
    }

    @Test
    void whatTheKernelOnlyRememberedHasClosedBefore() {
        closed.refreshed(TIME, closing(Connections.tcp(80, 5000, TcpState.TIME_WAIT)));
        assertEquals(List.of(), closed.rows(KEEP, TIME));
    }

    @Test
    void theSameEndsAreNotShownTwiceWhenTheyAreInUseAgain() {
        closed.refreshed(TIME, closing(connection));
        Connection next = Connections.tcp(80, 5000, TcpState.TIME_WAIT)
                .with()
                .platformKey(77)
                .build();
        closed.refreshed(TIME.plusSeconds(1), new Delta(List.of(next), List.of(), List.of()));
        assertEquals(List.of(), closed.rows(KEEP, TIME.plusSeconds(1)));
    }

    @Test
    void theNewestAreKeptIfThereAreMoreThanAnybodyReads() {
        List<Connection> many = IntStream.range(0, ClosedRows.MOST + 1)
                .mapToObj(port -> Connections.tcp(80, 10_000 + port, TcpState.ESTABLISHED))
                .toList();
        closed.refreshed(TIME, new Delta(List.of(), many, List.of()));

        List<Connection> rows = closed.rows(KEEP, TIME);
        assertEquals(ClosedRows.MOST, rows.size());
        assertEquals(10_001, rows.getFirst().remote().port());
    }

    @Test
    void aRowThatIsThereIsNotTakenForOneThatEqualsIt() {
        Connection udp = Connections.udp(53);
        closed.refreshed(TIME, closing(udp));
        Connection row = closed.rows(KEEP, TIME).getFirst();

        List<Connection> there = closed.without(List.of(row, udp));
        assertEquals(1, there.size());
        assertSame(udp, there.getFirst());
    }

    @Test
    void eachRowKnowsWhenItClosedThoughAnotherEqualsIt() {
        Connection udp = Connections.udp(53);
        closed.refreshed(TIME, closing(udp));
        Connection row = closed.rows(KEEP, TIME).getFirst();

        assertEquals(TIME, closed.times().get(row));
        assertFalse(closed.times().containsKey(udp));
    }

    private static Delta closing(Connection connection) {
        return new Delta(List.of(), List.of(connection), List.of());
    }
}
