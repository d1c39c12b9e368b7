// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Queues;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

class HighlightsTest {

    private static final Instant TIME = Instant.parse("2026-01-02T12:00:00Z");
    private static final Duration LASTING = Duration.ofSeconds(2);

    private final Connection old = Sockets.listener("127.0.0.1", 80);
    private final Connection before = tcp(TcpState.ESTABLISHED, 7);
    private final Connection after = tcp(TcpState.CLOSE_WAIT, 7);
    private final Connection opened = tcp(TcpState.SYN_SENT, 8);

    private final Highlights highlights = new Highlights();
    private Snapshot latest;

    @Test
    void newAndChangedConnectionsStandOutForAWhile() {
        see(0, old, before);
        see(1, old, after, opened);
        assertNull(colour(old, 1));
        assertEquals(Highlights.CHANGED_COLOUR, colour(after, 1));
        assertEquals(Highlights.OPENED_COLOUR, colour(opened, 2));
        assertNull(colour(after, 3));
        assertNull(colour(opened, 3));
    }

    @Test
    void nothingStandsOutInAFirstSnapshot() {
        latest = snapshot(0);
        see(0, old, opened);
        assertNull(colour(old, 0));
        assertNull(colour(opened, 0));
    }

    @Test
    void whatIsNewStaysNewThoughItChangesAtOnce() {
        see(0, old);
        see(1, old, opened);
        Connection connected = opened.with().state(TcpState.ESTABLISHED).build();
        see(2, old, connected);
        assertEquals(Highlights.OPENED_COLOUR, colour(connected, 2));
        assertNull(colour(connected, 3));
    }

    @Test
    void aConnectionThatTheKernelAloneRemembersHasChanged() {
        see(0, old, before);
        Connection remembered = tcp(TcpState.TIME_WAIT, 9);
        see(1, old, remembered);
        assertEquals(Highlights.CHANGED_COLOUR, colour(remembered, 1));
    }

    @Test
    void aRowThatIsMadeAnewForItsQueuesGoesOnStandingOut() {
        see(0, old);
        see(1, old, opened);
        Connection busy = opened.with().queues(new Queues(3, 4)).build();
        see(2, old, busy);
        assertEquals(Highlights.OPENED_COLOUR, colour(busy, 2));
    }

    @Test
    void oneOfTwoEqualSocketsStandsOutAlone() {
        Connection second = Sockets.listener("127.0.0.1", 80);
        see(0, old);
        see(1, old, second);
        assertNull(colour(old, 1));
        assertEquals(Highlights.OPENED_COLOUR, colour(second, 1));
    }

    private void see(int seconds, Connection... connections) {
        Snapshot next = snapshot(seconds, connections);
        highlights.refreshed(next, Delta.between(latest == null ? next : latest, next), LASTING);
        latest = next;
    }

    private String colour(Connection connection, int seconds) {
        return highlights.colour(connection, TIME.plusSeconds(seconds), LASTING);
    }

    private static Snapshot snapshot(int seconds, Connection... connections) {
        return new Snapshot(TIME.plusSeconds(seconds), "fake", List.of(connections), List.of());
    }

    private static Connection tcp(TcpState state, long platformKey) {
        Endpoint local = Sockets.endpoint("127.0.0.1", 80);
        return Sockets.tcp(local, Sockets.endpoint("127.0.0.1", 5000), state)
                .with()
                .platformKey(platformKey)
                .build();
    }
}
