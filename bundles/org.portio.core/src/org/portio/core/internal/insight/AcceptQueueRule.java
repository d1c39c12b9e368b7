// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds listeners that do not accept connections as fast as they come. */
final class AcceptQueueRule implements InsightRule {

    /** The part of a queue, in percent, from which on it is nearly full. */
    private static final int NEARLY = 80;

    private static final int PERCENT = 100;
    /** Fewer than these may wait just now in a short queue. */
    private static final int FEW = 10;

    @Override
    public List<Insight> look(Observation observation) {
        return Sockets.in(observation.now(), TcpState.LISTEN)
                .flatMap(socket -> insight(socket).stream())
                .toList();
    }

    private static Optional<Insight> insight(Connection listener) {
        // A source that does not tell how many may wait tells 0.
        if (listener.queues() == null || listener.queues().send() == 0) {
            return Optional.empty();
        }
        long waiting = listener.queues().receive();
        long most = listener.queues().send();
        // The kernel lets one more wait than the program asked for.
        boolean full = waiting > most;
        if (!full && (waiting < FEW || waiting * PERCENT < most * NEARLY)) {
            return Optional.empty();
        }
        return Optional.of(new Insight(
                "accept-queue",
                full ? Severity.PROBLEM : Severity.WARNING,
                Sockets.owner(listener) + " does not accept the connections to " + listener.local() + " in time"
                        + (full ? ": new ones are turned away" : ""),
                waiting + " wait, and the program lets " + most + " wait (Recv-Q and Send-Q of the listener)",
                "find out what keeps it from accepting; if it is only a burst, have it listen with a larger backlog,"
                        + " and raise net.core.somaxconn to that",
                List.of(listener)));
    }
}
