// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.TcpState;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds many connections that their processes have given up, and whose peers do not finish them. */
final class OrphanedFinWaitRule implements InsightRule {

    private static final int MANY = 50;

    @Override
    public List<Insight> look(Observation observation) {
        List<Connection> orphans = Sockets.in(observation.now(), TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2)
                .filter(socket -> socket.ownership() == Ownership.NONE)
                .toList();
        if (orphans.size() < MANY) {
            return List.of();
        }
        return List.of(new Insight(
                "orphaned-fin-wait",
                Severity.WARNING,
                orphans.size() + " connections were given up by their processes, and their peers do not finish them",
                "FIN-WAIT without an owner, most with "
                        + Sockets.most(orphans, socket -> socket.remote().addressText()),
                "look at the peers or the network to them; the kernel drops such connections after"
                        + " net.ipv4.tcp_fin_timeout, or more than net.ipv4.tcp_max_orphans at once",
                Sockets.some(orphans)));
    }
}
