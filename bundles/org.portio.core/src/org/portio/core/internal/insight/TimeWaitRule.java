// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds peers to which a program makes a new connection again and again. */
final class TimeWaitRule implements InsightRule {

    private static final int MANY = 1000;

    @Override
    public List<Insight> look(Observation observation) {
        return Sockets.in(observation.now(), TcpState.TIME_WAIT)
                .collect(Collectors.groupingBy(Connection::remote))
                .values()
                .stream()
                .filter(sockets -> sockets.size() >= MANY)
                .map(TimeWaitRule::insight)
                .toList();
    }

    private static Insight insight(List<Connection> sockets) {
        return new Insight(
                "time-wait",
                Severity.NOTE,
                "a program makes a new connection to " + sockets.getFirst().remote() + " again and again",
                sockets.size() + " connections to it are in TIME-WAIT, each for a minute",
                "have it keep connections open and use them again: each one in TIME-WAIT takes a port",
                Sockets.some(sockets));
    }
}
