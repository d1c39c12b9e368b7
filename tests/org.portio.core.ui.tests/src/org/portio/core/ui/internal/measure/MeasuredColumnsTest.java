// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;
import org.portio.ui.table.Column;

/** Tests with a real display; they dispatch its events themselves. */
class MeasuredColumnsTest {

    private static final long LIMIT_NANOS = 20_000_000_000L;

    private final FakeSource source = new FakeSource();
    private final AtomicBoolean restyled = new AtomicBoolean();
    private final AtomicBoolean renewed = new AtomicBoolean();
    private final AtomicBoolean past = new AtomicBoolean();
    private final Thread ui = Thread.currentThread();
    private final LiveMeasurements live = new LiveMeasurements(
            ConnectionMonitor.over(List.of(source)),
            new LiveMeasurements.Target(
                    () -> true,
                    () -> Thread.currentThread() == ui,
                    Runnable::run,
                    () -> restyled.set(true),
                    () -> renewed.set(true)),
            past::get);
    private final List<Column<Connection>> columns = MeasuredColumns.of(live);
    private final Connection connection = Sockets.tcp(
                    Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", 5000), TcpState.ESTABLISHED)
            .with()
            .platformKey(7)
            .build();

    @BeforeEach
    void open() {
        Duration roundTrip = Duration.ofMillis(3);
        source.tell(
                connection,
                new SocketDetails(null, new TcpMetrics(roundTrip, roundTrip, null, 2_048, 2_048, 10, 3, 10, 1_460)));
    }

    @AfterEach
    void close() {
        live.end();
    }

    @Test
    void nothingIsAskedUntilACellIsShown() {
        Snapshot snapshot = Sockets.snapshot(connection);
        live.refreshed(snapshot, Delta.between(snapshot, snapshot));
        assertEquals(0, source.measurings());
        assertTrue(columns.stream().noneMatch(Column::visible));
    }

    @Test
    void aCellThatIsShownIsAskedForAndShownAnew() throws InterruptedException {
        assertEquals("", text("bytesSent"));
        until(restyled);
        assertEquals("2.0 KiB", text("bytesSent"));
        assertEquals("3.0 ms", text("rttMicros"));
        assertFalse(renewed.get());
    }

    @Test
    void rowsThatAreSortedByItAreSortedAnew() throws InterruptedException {
        Thread sorting = Thread.ofPlatform().start(() -> text("bytesReceived"));
        sorting.join();
        until(renewed);
        assertEquals("10 B", text("bytesReceived"));
    }

    @Test
    void aConnectionIsSeenForAsLongAsItHasBeen() {
        Snapshot snapshot = new Snapshot(Instant.now().minusSeconds(200), "fake", List.of(connection), List.of());
        live.refreshed(snapshot, Delta.between(snapshot, snapshot));
        assertTrue(text("age").startsWith("3 min 2"), text("age"));
    }

    @Test
    void nothingOfThePresentIsShownInThePast() {
        Snapshot snapshot = Sockets.snapshot(connection);
        live.refreshed(snapshot, Delta.between(snapshot, snapshot));
        past.set(true);
        for (Column<Connection> column : columns) {
            assertEquals("", column.text().apply(connection), column.id());
            assertFalse(column.known().test(connection), column.id());
        }
    }

    private String text(String id) {
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow()
                .text()
                .apply(connection);
    }

    private static void until(AtomicBoolean condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.get() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertTrue(condition.get());
    }
}
