// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds ports that only this machine could reach before, and others can reach now. */
final class ExposureRule implements InsightRule {

    private record Port(Protocol protocol, int number, String namespace) {}

    @Override
    public List<Insight> look(Observation observation) {
        if (observation.before() == null) {
            return List.of();
        }
        Map<Port, List<Connection>> before = listeners(observation.before());
        return listeners(observation.now()).entrySet().stream()
                .filter(entry -> before.getOrDefault(entry.getKey(), List.of()).stream()
                        .map(socket -> !isExposed(socket))
                        .reduce(Boolean::logicalAnd)
                        .orElse(false))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(ExposureRule::isExposed)
                        .limit(1)
                        .map(now -> insight(before.get(entry.getKey()).getFirst(), now)))
                .toList();
    }

    private static Map<Port, List<Connection>> listeners(Snapshot snapshot) {
        return snapshot.connections().stream()
                .filter(Connection::isListening)
                .collect(Collectors.groupingBy(
                        socket -> new Port(socket.protocol(), socket.local().port(), socket.namespace())));
    }

    private static boolean isExposed(Connection listener) {
        return !listener.local().isLoopback();
    }

    private static Insight insight(Connection before, Connection now) {
        String port = now.protocol() + " " + now.local().port();
        return new Insight(
                "exposed",
                Severity.WARNING,
                port + " of " + Sockets.owner(now) + " can be reached from other machines; before, only from this one",
                before.local() + " before, " + now.local() + " now",
                "have it listen on " + before.local().addressText() + ", or block the port: portio block "
                        + now.local().port() + " " + now.protocol(),
                List.of(now));
    }
}
