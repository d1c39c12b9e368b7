// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;
import org.portio.core.port.PortRange;

/** PortIO's own rules, each just below and just above what it finds. */
class InsightRulesTest {

    private static final ProcessInfo JAVA =
            new ProcessInfo(42, Instant.EPOCH, "java", "java -jar app.jar", "/usr/bin/java", null, 1);

    private static Connection socket(TcpState state, String local, String remote) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse(local))
                .remote(remote == null ? null : Endpoint.parse(remote))
                .state(state)
                .owners(List.of(JAVA), Ownership.KNOWN)
                .build();
    }

    private static List<Connection> sockets(int count, TcpState state) {
        return IntStream.range(0, count)
                .mapToObj(i -> socket(state, "10.0.0.2:" + (40_000 + i), "10.0.0.1:5432"))
                .toList();
    }

    private static List<Connection> orphans(int count) {
        return sockets(count, TcpState.FIN_WAIT_2).stream()
                .map(socket -> socket.with().owners(List.of(), Ownership.NONE).build())
                .toList();
    }

    private static Connection listener(long waiting, long most) {
        return socket(TcpState.LISTEN, "0.0.0.0:80", null)
                .with()
                .queues(new Queues(waiting, most))
                .build();
    }

    private static Snapshot snapshot(List<Connection> sockets) {
        return new Snapshot(Instant.EPOCH, "test", sockets, List.of());
    }

    private static List<Insight> look(InsightRule rule, List<Connection> now) {
        return rule.look(Observation.of(snapshot(now)));
    }

    private static List<Insight> look(InsightRule rule, List<Connection> before, List<Connection> now) {
        return rule.look(new Observation(snapshot(now), snapshot(before)));
    }

    private static Insight only(List<Insight> insights) {
        assertEquals(1, insights.size(), insights.toString());
        return insights.getFirst();
    }

    @Test
    void acceptQueueThatIsFullTurnsConnectionsAway() {
        assertEquals(
                List.of(), look(new AcceptQueueRule(), List.of(listener(79, 100), listener(9, 10), listener(0, 0))));
        assertEquals(
                Severity.WARNING,
                only(look(new AcceptQueueRule(), List.of(listener(80, 100)))).severity());
        assertEquals(
                Severity.WARNING,
                only(look(new AcceptQueueRule(), List.of(listener(100, 100)))).severity());
        Insight full = only(look(new AcceptQueueRule(), List.of(listener(101, 100))));
        assertEquals(Severity.PROBLEM, full.severity());
        assertEquals("101 wait, and the program lets 100 wait (Recv-Q and Send-Q of the listener)", full.evidence());
        assertEquals(List.of(listener(101, 100)), full.connections());
    }

    @Test
    void acceptQueueIsNotJudgedIfTheSourceDoesNotTellItsLength() {
        assertEquals(List.of(), look(new AcceptQueueRule(), List.of(listener(5, 0))));
        assertEquals(List.of(), look(new AcceptQueueRule(), List.of(socket(TcpState.LISTEN, "0.0.0.0:80", null))));
    }

    @Test
    void processWithManyConnectionsInCloseWaitIsFound() {
        assertEquals(List.of(), look(new CloseWaitRule(), sockets(49, TcpState.CLOSE_WAIT)));
        Insight found = only(look(new CloseWaitRule(), sockets(50, TcpState.CLOSE_WAIT)));
        assertEquals("java (PID 42) does not close 50 connections that their peers have closed", found.what());
        assertEquals("50 now, most with 10.0.0.1 (50)", found.evidence());
    }

    @Test
    void growingNumberInCloseWaitIsFoundEarlier() {
        List<Connection> ten = sockets(10, TcpState.CLOSE_WAIT);
        assertEquals(List.of(), look(new CloseWaitRule(), ten, ten));
        assertEquals(List.of(), look(new CloseWaitRule(), sockets(8, TcpState.CLOSE_WAIT), ten.subList(0, 9)));
        Insight found = only(look(new CloseWaitRule(), sockets(4, TcpState.CLOSE_WAIT), ten));
        assertTrue(found.evidence().startsWith("4 before, 10 now"), found.evidence());
    }

    @Test
    void anotherProcessWithThePidOfBeforeHadNone() {
        ProcessInfo older = new ProcessInfo(42, Instant.MIN, "java", "", "", null, 1);
        List<Connection> before = sockets(10, TcpState.CLOSE_WAIT).stream()
                .map(socket ->
                        socket.with().owners(List.of(older), Ownership.KNOWN).build())
                .toList();
        Insight found = only(look(new CloseWaitRule(), before, sockets(10, TcpState.CLOSE_WAIT)));
        assertTrue(found.evidence().startsWith("0 before"), found.evidence());
    }

    @Test
    void peerThatTakesNearlyAllEphemeralPortsIsFound() {
        InsightRule rule = new EphemeralPortsRule(() -> Optional.of(new PortRange(40_000, 40_099)));
        assertEquals(List.of(), look(rule, sockets(79, TcpState.ESTABLISHED)));
        assertEquals(
                Severity.WARNING,
                only(look(rule, sockets(80, TcpState.ESTABLISHED))).severity());
        List<Connection> all = new ArrayList<>(sockets(100, TcpState.TIME_WAIT));
        // Outside of the range, and to another peer: neither counts.
        all.add(socket(TcpState.ESTABLISHED, "10.0.0.2:39999", "10.0.0.1:5432"));
        all.add(socket(TcpState.ESTABLISHED, "10.0.0.2:40001", "10.0.0.9:5432"));
        Insight found = only(look(rule, all));
        assertEquals(Severity.PROBLEM, found.severity());
        assertEquals(
                "100 of the 100 ports 40000-40099, 100 of them in TIME-WAIT (net.ipv4.ip_local_port_range)",
                found.evidence());
        assertEquals(List.of(), look(new EphemeralPortsRule(Optional::empty), all));
    }

    @Test
    void rangeOfThisMachineIsUnderstood() {
        assertEquals(List.of(), look(new EphemeralPortsRule(), sockets(1, TcpState.ESTABLISHED)));
    }

    @Test
    void portThatOthersCanReachNowIsFound() {
        List<Connection> loopback = List.of(socket(TcpState.LISTEN, "127.0.0.1:8080", null));
        List<Connection> all = List.of(socket(TcpState.LISTEN, "0.0.0.0:8080", null));
        Insight found = only(look(new ExposureRule(), loopback, all));
        assertEquals("127.0.0.1:8080 before, 0.0.0.0:8080 now", found.evidence());
        assertEquals(List.of(), look(new ExposureRule(), all));
        assertEquals(List.of(), look(new ExposureRule(), all, loopback));
        assertEquals(List.of(), look(new ExposureRule(), List.of(), all));
        List<Connection> mapped = List.of(socket(TcpState.LISTEN, "[::ffff:127.0.0.1]:8080", null));
        assertEquals(List.of(), look(new ExposureRule(), loopback, mapped));
        List<Connection> both = Stream.concat(loopback.stream(), all.stream()).toList();
        assertEquals(List.of(), look(new ExposureRule(), both, all));
    }

    @Test
    void orphansAreFoundAndConnectionsWithAnOwnerAreNot() {
        assertEquals(List.of(), look(new OrphanedFinWaitRule(), orphans(49)));
        assertEquals(List.of(), look(new OrphanedFinWaitRule(), sockets(100, TcpState.FIN_WAIT_2)));
        assertEquals(
                "FIN-WAIT without an owner, most with 10.0.0.1 (50)",
                only(look(new OrphanedFinWaitRule(), orphans(50))).evidence());
    }

    @Test
    void thousandConnectionsInTimeWaitToOnePeerAreANote() {
        assertEquals(List.of(), look(new TimeWaitRule(), sockets(999, TcpState.TIME_WAIT)));
        Insight found = only(look(new TimeWaitRule(), sockets(1000, TcpState.TIME_WAIT)));
        assertEquals(Severity.NOTE, found.severity());
        assertEquals(100, found.connections().size());
    }
}
