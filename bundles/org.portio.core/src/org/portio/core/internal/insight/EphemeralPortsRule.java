// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;

/** Finds peers to which nearly every port for outgoing connections is in use: the next connection to them will fail. */
final class EphemeralPortsRule implements InsightRule {

    private static final int NEARLY = 80;
    private static final int PERCENT = 100;

    private final Supplier<Optional<PortRange>> range;

    EphemeralPortsRule() {
        this(() -> SystemSettings.value("net/ipv4/ip_local_port_range").map(EphemeralPortsRule::parse));
    }

    /** Creates one for a system that gives these ports to outgoing connections. */
    EphemeralPortsRule(Supplier<Optional<PortRange>> range) {
        this.range = range;
    }

    private static PortRange parse(String text) {
        return PortRange.parse(text.replaceAll("\\s+", "-"));
    }

    @Override
    public List<Insight> look(Observation observation) {
        return range.get().map(ports -> look(observation, ports)).orElse(List.of());
    }

    private static List<Insight> look(Observation observation, PortRange ports) {
        int size = ports.last() - ports.first() + 1;
        record Path(Object from, Object to) {}
        return observation.now().connections().stream()
                .filter(socket -> socket.protocol() == Protocol.TCP
                        && socket.state() != TcpState.LISTEN
                        && socket.remote() != null
                        && ports.contains(socket.local().port()))
                .collect(Collectors.groupingBy(socket -> new Path(socket.local().addressText(), socket.remote())))
                .values()
                .stream()
                .filter(sockets -> sockets.size() * PERCENT >= size * NEARLY)
                .map(sockets -> insight(sockets, ports, size))
                .toList();
    }

    private static Insight insight(List<Connection> sockets, PortRange ports, int size) {
        Connection one = sockets.getFirst();
        long waiting = sockets.stream()
                .filter(socket -> socket.state() == TcpState.TIME_WAIT)
                .count();
        return new Insight(
                "ephemeral-ports",
                sockets.size() >= size ? Severity.PROBLEM : Severity.WARNING,
                "nearly all ports for connections from " + one.local().addressText() + " to " + one.remote()
                        + " are in use",
                sockets.size() + " of the " + size + " ports " + ports + ", " + waiting + " of them in TIME-WAIT"
                        + " (net.ipv4.ip_local_port_range)",
                "have the program keep connections open and use them again; more ports: net.ipv4.ip_local_port_range",
                Sockets.some(sockets));
    }
}
