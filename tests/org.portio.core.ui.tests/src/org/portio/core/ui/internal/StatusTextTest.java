// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.Unseen;

class StatusTextTest {

    @Test
    void countsEachStateAndSaysWhen() {
        Snapshot snapshot = Connections.snapshot(
                Connections.tcp(80, 5000, TcpState.ESTABLISHED),
                Connections.listener(80),
                Connections.listener(443),
                Connections.udp(53));
        assertEquals(
                "4 sockets · 2 LISTEN · 1 ESTABLISHED · 1 UDP · refreshed 12:00:01",
                StatusText.of(snapshot, ZoneOffset.UTC));
    }

    @Test
    void saysThatItIsPaused() {
        assertEquals(
                "1 socket · 1 LISTEN · refreshed 12:00:01 · paused",
                StatusText.paused(StatusText.of(Connections.snapshot(Connections.listener(80)), ZoneOffset.UTC)));
    }

    @Test
    void aFullMinuteHasItsSeconds() {
        Snapshot snapshot = new Snapshot(Instant.parse("2026-01-02T12:00:00Z"), "fake", List.of(), List.of());
        assertEquals("0 sockets · refreshed 12:00:00", StatusText.of(snapshot, ZoneOffset.UTC));
    }

    @Test
    void saysWhatIsNotSeen() {
        Snapshot snapshot = new Snapshot(
                Instant.EPOCH,
                "fake",
                List.of(Connections.listener(80)),
                List.of(new Unseen("bound sockets", -1, "not in the table"), new Unseen("owners", 2, "they ended")));
        assertEquals(
                "owners of 1 socket hidden: run with privileges · bound sockets not shown: not in the table"
                        + " · 2 owners not shown: they ended",
                StatusText.unseen(snapshot));
    }

    @Test
    void saysNothingWhereEverythingIsSeen() {
        assertEquals("", StatusText.unseen(Connections.snapshot(Connections.udp(53))));
    }
}
