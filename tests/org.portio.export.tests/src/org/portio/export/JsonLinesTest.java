// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortCheck;

class JsonLinesTest {

    @Test
    void tellsHowAChangedConnectionWasBefore() {
        Connection before =
                tcp(endpoint("127.0.0.1", 1), endpoint("127.0.0.1", 2), TcpState.ESTABLISHED, process(42, "java"));
        Connection after = tcp(endpoint("127.0.0.1", 1), endpoint("127.0.0.1", 2), TcpState.TIME_WAIT);
        Delta delta = new Delta(List.of(), List.of(), List.of(new Delta.Change(before, after)));
        assertEquals(
                "{\"schema\":1,\"event\":\"changed\",\"time\":\"2026-03-01T12:00:00Z\","
                        + "\"before\":{\"state\":\"ESTABLISHED\",\"pids\":[42]},\"connection\":"
                        + JsonLines.connection(after) + "}",
                JsonLines.event(ConnectionEvent.of(delta, TIME).getFirst()));
    }

    @Test
    void tellsOfClosingBeforeOpeningWithNothingBefore() {
        Delta delta = new Delta(List.of(Samples.SHARED), List.of(Samples.HIDDEN), List.of());
        List<ConnectionEvent> events = ConnectionEvent.of(delta, TIME);
        assertEquals(
                "{\"schema\":1,\"event\":\"closed\",\"time\":\"2026-03-01T12:00:00Z\",\"before\":null,\"connection\":"
                        + JsonLines.connection(Samples.HIDDEN) + "}",
                JsonLines.event(events.getFirst()));
        assertEquals(ConnectionEvent.Kind.OPENED, events.getLast().kind());
    }

    @Test
    void tellsWhetherAPortIsInUseAndWhy() {
        PortCheck.Check check = new PortCheck.Check(
                Protocol.TCP, AddressFamily.IPV4, true, PortCheck.Evidence.LISTED, List.of(Samples.SHARED));
        assertEquals(
                "{\"schema\":1,\"port\":8080,\"inUse\":true,\"checks\":[{\"protocol\":\"tcp\",\"family\":\"ipv4\","
                        + "\"inUse\":true,\"evidence\":\"listed\",\"explanation\":\"in use\",\"connections\":["
                        + JsonLines.connection(Samples.SHARED) + "]}]}",
                JsonLines.portCheck(new PortCheck(8080, List.of(check))));
    }
}
