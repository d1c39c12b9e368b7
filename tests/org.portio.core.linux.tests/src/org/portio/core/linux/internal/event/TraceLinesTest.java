// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketStateChanged;

/** Reads what Linux 6.18 wrote into trace_pipe while Python connected to itself, first by IPv4 in a thread, then by IPv6. */
class TraceLinesTest {

    /** When the second hand of the lines' clock was at 2407. */
    private static final TraceLines LINES = new TraceLines(Instant.parse("2026-11-29T01:00:00Z"), 2_407_000_000_000L);

    @Test
    void tellsWhoConnectedWhenAndWhereTo() throws IOException {
        List<SocketStateChanged> changes = changes();

        assertEquals(
                new SocketStateChanged(
                        Instant.parse("2026-11-29T00:59:59.004887Z"),
                        0xffff888102cda500L,
                        29_702,
                        AddressFamily.IPV4,
                        Endpoint.parse("127.0.0.1:0"),
                        Endpoint.parse("127.0.0.1:55037"),
                        TcpState.CLOSED,
                        TcpState.SYN_SENT),
                changes.get(1));
        assertEquals(Endpoint.parse("127.0.0.1:53194"), changes.get(2).local());
    }

    @Test
    void namesNobodyForWhatAPacketDid() throws IOException {
        SocketStateChanged accepted = changes().get(3);

        assertEquals(TcpState.LISTEN, accepted.before());
        assertEquals(TcpState.SYN_RECEIVED, accepted.after());
        assertEquals(0, accepted.pid());
    }

    @Test
    void doesNotTakeTheStandInForAnAddressOfIpv6() throws IOException {
        List<SocketStateChanged> ipv6 = changes().stream()
                .filter(change -> change.family() == AddressFamily.IPV6)
                .toList();

        assertEquals(12, ipv6.size());
        assertTrue(ipv6.stream().allMatch(change -> change.local().address().isAnyLocalAddress()));
    }

    @Test
    void tellsOfLostLinesAndSkipsOthers() {
        List<KernelEvent> events = new ArrayList<>();

        LINES.parse("CPU:1 [LOST 312 EVENTS]", events::add);
        LINES.parse("# tracer: nop", events::add);
        LINES.parse("", events::add);

        assertEquals(List.of(new EventsLost(LINES.now(), EventKind.SOCKET_STATE)), events);
    }

    private static List<SocketStateChanged> changes() throws IOException {
        List<KernelEvent> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TraceLinesTest.class.getResourceAsStream("trace-pipe.txt"), StandardCharsets.US_ASCII))) {
            lines.lines().forEach(line -> LINES.parse(line, events::add));
        }
        return events.stream().map(SocketStateChanged.class::cast).toList();
    }
}
