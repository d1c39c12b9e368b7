// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds ports on which processes of different names listen: which of them a client reaches is left to chance. */
@Component
public final class SharedPortRule implements InsightRule {

    @Override
    public List<Insight> look(Observation observation) {
        return observation.now().connections().stream()
                .filter(socket -> socket.isListening() && !socket.owners().isEmpty())
                .collect(Collectors.groupingBy(socket -> socket.protocol() + " " + socket.local()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().stream()
                                .map(Connection::processText)
                                .distinct()
                                .count()
                        > 1)
                .map(entry -> insight(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Insight insight(String port, List<Connection> listeners) {
        String names =
                listeners.stream().map(Connection::processText).distinct().collect(Collectors.joining(", "));
        return new Insight(
                "shared-port",
                Severity.WARNING,
                "different programs listen on " + port,
                listeners.size() + " sockets with SO_REUSEPORT, of " + names,
                "end those that should not: portio why "
                        + listeners.getFirst().local().port(),
                listeners);
    }
}
