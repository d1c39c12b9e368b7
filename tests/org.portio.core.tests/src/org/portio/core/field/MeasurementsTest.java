// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.SocketDetails;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.field.Measurements.Part;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;

class MeasurementsTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(5 * SECOND);
    private final List<Part> used = new ArrayList<>();
    private final Measurements measurements = new Measurements(used::add, clock::get);
    private final FakeSource source = new FakeSource();
    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(source));
    private final Connection busy = connection(7);

    @Test
    void nothingIsKnownBeforeAnythingWasAsked() {
        assertNull(value("bytesReceived", busy));
        assertEquals(0, source.measurings());
        assertEquals(List.of(Part.TOTAL), used);
    }

    @Test
    void totalsAreKnownAfterOneQuestionAndARateAfterTwo() throws ConnectionException {
        ask(busy, 1_000, 50);
        assertEquals(1_000, value("bytesReceived", busy));
        assertEquals(50, value("bytesSent", busy));
        assertEquals(1_500, value("rttMicros", busy));
        assertEquals(3, value("retransmissions", busy));
        assertNull(value("rate", busy));

        clock.addAndGet(2 * SECOND);
        ask(busy, 5_000, 250);
        assertEquals(2_100, value("rate", busy));
        assertEquals(Part.RATE, used.getLast());
    }

    @Test
    void aConnectionThatIsNewHasNoRateYetAndOneThatHasGoneNothing() throws ConnectionException {
        ask(busy, 10, 10);
        clock.addAndGet(SECOND);
        Connection other = connection(8);
        ask(other, 500, 500);
        assertNull(value("rate", other));
        assertEquals(500, value("bytesSent", other));
        assertNull(value("bytesSent", connection(9)));
    }

    @Test
    void whatTheSystemDoesNotCountIsNotKnown() throws ConnectionException {
        ask(busy, -1, -1);
        clock.addAndGet(SECOND);
        ask(busy, -1, -1);
        assertNull(value("bytesReceived", busy));
        assertNull(value("rate", busy));
        assertEquals(1_500, value("rttMicros", busy));
    }

    @Test
    void aFailureLeavesWhatWasKnown() throws ConnectionException {
        ask(busy, 10, 10);
        source.fail("not now");
        assertThrows(ConnectionException.class, () -> measurements.refresh(monitor));
        assertEquals(10, value("bytesReceived", busy));
    }

    @Test
    void thousandsAreToldApart() throws ConnectionException {
        for (int key = 1; key <= 3_000; key++) {
            tell(connection(key), key, 2L * key);
        }
        measurements.refresh(monitor);
        for (int key = 1; key <= 3_000; key++) {
            assertEquals(key, value("bytesReceived", connection(key)));
            assertEquals(2L * key, value("bytesSent", connection(key)));
        }
    }

    @Test
    void connectionsAreOrderedByThemWithTheUnknownLast() throws ConnectionException {
        tell(busy, 10, 10);
        tell(connection(8), 99, 10);
        measurements.refresh(monitor);
        List<Connection> rows = new ArrayList<>(List.of(connection(9), busy, connection(8)));
        rows.sort(field("bytesReceived").comparator(true));
        assertEquals(
                List.of(8L, 7L, 9L), rows.stream().map(Connection::platformKey).toList());
    }

    private void ask(Connection connection, long received, long sent) throws ConnectionException {
        tell(connection, received, sent);
        measurements.refresh(monitor);
    }

    private void tell(Connection connection, long received, long sent) {
        Duration roundTrip = Duration.ofNanos(1_500_000);
        source.tell(
                connection,
                new SocketDetails(
                        null, new TcpMetrics(roundTrip, roundTrip, null, sent, sent, received, 3, 10, 1_460)));
    }

    private Long value(String id, Connection connection) {
        return field(id).of(connection);
    }

    private ConnectionField<Long> field(String id) {
        return measurements.fields().stream()
                .filter(field -> field.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Connection connection(long key) {
        return Sockets.tcp(Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", 5000), TcpState.ESTABLISHED)
                .with()
                .platformKey(key)
                .build();
    }
}
