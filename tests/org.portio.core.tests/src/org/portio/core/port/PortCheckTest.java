// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.port.PortCheck.Check;
import org.portio.core.port.PortCheck.Evidence;
import org.portio.core.port.PortProbe.Result;

class PortCheckTest {

    private static final Endpoint MAPPED_LOOPBACK =
            new Endpoint(Addresses.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1}), 80);

    @Test
    void listenerOfTheListTakesThePortWithoutProbing() {
        Check check = ipv4(Result.FREE, listener("0.0.0.0", 80));
        assertTrue(check.inUse());
        assertEquals(Evidence.LISTED, check.evidence());
        assertEquals("in use", check.explanation());
    }

    @Test
    void localPortOfAnOutgoingConnectionIsInUse() {
        assertTrue(ipv4(Result.TAKEN, tcp(endpoint("127.0.0.1", 80), endpoint("127.0.0.1", 443), TcpState.ESTABLISHED))
                .inUse());
    }

    @Test
    void otherPortsAndProtocolsDoNotCount() {
        assertFalse(ipv4(Result.FREE, listener("0.0.0.0", 8080), udp(endpoint("0.0.0.0", 80), null))
                .inUse());
    }

    @Test
    void portThatNoSocketHasAndThatCanBeBoundIsFree() {
        Check check = ipv4(Result.FREE);
        assertFalse(check.inUse());
        assertEquals("free", check.explanation());
    }

    @Test
    void portThatNoSocketHasButThatCannotBeBoundIsInUse() {
        Check check = ipv4(Result.TAKEN);
        assertTrue(check.inUse());
        assertEquals("in use: bound by an unlisted socket (state BOUND, owner unknown)", check.explanation());
    }

    @Test
    void leftoversAloneDoNotTakeThePortAndAreNamed() {
        Check check = ipv4(Result.FREE, leftover(endpoint("127.0.0.1", 80)));
        assertFalse(check.inUse());
        assertEquals("free, except for leftovers in TIME-WAIT that will expire: 1", check.explanation());
    }

    @Test
    void probeIsToldOfLeftoversInBothFamilies() {
        List<Set<InetAddress>> asked = new ArrayList<>();
        PortProbe probe = (_, _, _, leftovers) -> {
            asked.add(leftovers);
            return Result.FREE;
        };
        check(probe, leftover(MAPPED_LOOPBACK));
        Set<InetAddress> loopback = Set.of(InetAddress.ofLiteral("127.0.0.1"));
        assertEquals(List.of(loopback, loopback), asked);
    }

    @Test
    void dualStackListenerTakesIpv4AsWellWhereTheProbeAgrees() {
        Check check = ipv4(Result.TAKEN, listener("::", 80));
        assertTrue(check.inUse());
        assertEquals(Evidence.DUAL_STACK, check.evidence());
        assertFalse(ipv4(Result.FREE, listener("::", 80)).inUse());
    }

    @Test
    void deniedProbeLeavesTheAnswerToTheListAndSaysSo() {
        Check check = ipv4(Result.DENIED);
        assertFalse(check.inUse());
        assertTrue(check.explanation().contains("needs privileges"));
    }

    @Test
    void missingFamilyIsFree() {
        assertEquals(
                "free: this machine does not have ipv4",
                ipv4(Result.UNAVAILABLE).explanation());
    }

    @Test
    void portIsInUseWhereAnyFamilyIs() {
        PortCheck check = check(always(Result.FREE), listener("::", 80));
        assertTrue(check.inUse());
        assertEquals(
                List.of(false, true), check.checks().stream().map(Check::inUse).toList());
    }

    private static Check ipv4(Result result, Connection... connections) {
        return check(always(result), connections).checks().getFirst();
    }

    private static PortProbe always(Result result) {
        return (_, _, _, _) -> result;
    }

    private static PortCheck check(PortProbe probe, Connection... connections) {
        return PortCheck.of(80, List.of(Protocol.TCP), snapshot(connections), probe);
    }

    private static Connection leftover(Endpoint local) {
        return tcp(local, endpoint("127.0.0.1", 40000), TcpState.TIME_WAIT);
    }
}
