// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;

class HighlightsTest {

    private final Connection old = Connections.listener(80);
    private final Connection before = Connections.tcp(80, 5000, TcpState.ESTABLISHED);
    private final Connection after = Connections.tcp(80, 5000, TcpState.CLOSE_WAIT);
    private final Connection opened = Connections.udp(53);

    @Test
    void newAndChangedConnectionsStandOut() {
        Highlights highlights = highlights(Connections.snapshot(old, before), Connections.snapshot(old, after, opened));
        assertNull(highlights.colour(old));
        assertEquals(Highlights.CHANGED_COLOUR, highlights.colour(after));
        assertEquals(Highlights.OPENED_COLOUR, highlights.colour(opened));
    }

    @Test
    void nothingStandsOutInAFirstSnapshot() {
        Highlights highlights = highlights(Connections.snapshot(), Connections.snapshot(old, opened));
        assertNull(highlights.colour(old));
        assertNull(highlights.colour(opened));
    }

    @Test
    void oneOfTwoEqualSocketsStandsOutAlone() {
        Connection second = Connections.listener(80);
        Highlights highlights = highlights(Connections.snapshot(old), Connections.snapshot(old, second));
        assertNull(highlights.colour(old));
        assertEquals(Highlights.OPENED_COLOUR, highlights.colour(second));
    }

    private static Highlights highlights(Snapshot earlier, Snapshot later) {
        return Highlights.of(later, Delta.between(earlier, later));
    }
}
