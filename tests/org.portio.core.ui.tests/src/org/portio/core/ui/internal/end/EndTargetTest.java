// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.process.EndRequest;
import org.portio.core.process.HeldPort;
import org.portio.testing.Sockets;

class EndTargetTest {

    private static final ProcessInfo JAVA = Sockets.process(12, "java");
    private static final ProcessInfo NGINX = Sockets.process(7, "nginx");

    @Test
    void isTheOneProcessOfAllSelectedSockets() {
        Connection listener = Sockets.listener("127.0.0.1", 8080, JAVA);
        Connection accepted = connection(8080, 40000, JAVA);

        EndTarget target = EndTarget.of(List.of(listener, accepted)).orElseThrow();

        assertEquals("java (PID 12)", target.text());
        assertEquals(new PortName(Protocol.TCP, 8080), target.port());
    }

    @Test
    void namesAProcessOnOneLineWithoutWhatCannotBeSeen() {
        assertEquals("a&b??x (PID 12)", EndTarget.text(Sockets.process(12, "a&b\n\u202ex")));
    }

    @Test
    void areAllProcessesOfThem() {
        ProcessInfo worker = Sockets.process(8, "nginx");
        Connection shared = Sockets.listener("127.0.0.1", 80, NGINX, worker);

        EndTarget target = EndTarget.of(List.of(shared)).orElseThrow();

        assertEquals(List.of(NGINX, worker), target.processes());
        assertEquals("2 processes", target.text());
        assertEquals(new PortName(Protocol.TCP, 80), target.port());
    }

    @Test
    void thereIsNoneWithoutAVisibleOwner() {
        assertEquals(Optional.empty(), EndTarget.of(List.of()));
        assertEquals(Optional.empty(), EndTarget.of(List.of(Sockets.listener("127.0.0.1", 80))));
    }

    @Test
    void onePortIsToBeFreeAfterwardsIfOnlyOneIsHeld() {
        Connection one = Sockets.listener("127.0.0.1", 8080, JAVA);
        Connection sameOverIpv6 = Sockets.listener("::1", 8080, JAVA);
        Connection other = Sockets.listener("127.0.0.1", 8081, JAVA);

        assertEquals("TCP 8080", port(one, sameOverIpv6));
        assertEquals("none", port(one, other));
        assertEquals("none", port(connection(40000, 80, JAVA)));
    }

    private static String port(Connection... selected) {
        return EndTarget.of(List.of(selected))
                .map(EndTarget::port)
                .map(PortName::toString)
                .orElse("none");
    }

    @Test
    void theRequestNamesThePortOrNone() {
        Duration patience = Duration.ofSeconds(1);

        EndRequest withPort = new EndTarget(List.of(JAVA), new PortName(Protocol.UDP, 53)).request(true, patience);
        EndRequest without = new EndTarget(List.of(JAVA), null).request(false, patience);

        HeldPort port = new HeldPort(53, Protocol.UDP);
        assertEquals(new EndRequest(List.of(JAVA), port, true, true, patience), withPort);
        assertNull(without.port());
    }

    /** Each source computes start times in its own way. */
    @Test
    void isTheSameAsLongAsItsStartIsNearlyTheSame() {
        assertTrue(EndTarget.isSame(JAVA, started(Sockets.TIME.plusMillis(900))));
        assertFalse(EndTarget.isSame(JAVA, started(Sockets.TIME.plusSeconds(3))));
        assertTrue(EndTarget.isSame(JAVA, started(null)));
        assertFalse(EndTarget.isSame(started(null), NGINX));
    }

    private static ProcessInfo started(Instant time) {
        return new ProcessInfo(12, time, "java", "", "", null, 1);
    }

    private static Connection connection(int local, int remote, ProcessInfo owner) {
        return Sockets.tcp(
                Sockets.endpoint("127.0.0.1", local),
                Sockets.endpoint("127.0.0.1", remote),
                TcpState.ESTABLISHED,
                owner);
    }
}
