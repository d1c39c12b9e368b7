// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;

/** Finds processes that do not close connections which their peers have closed: these never end by themselves. */
final class CloseWaitRule implements InsightRule {

    private static final int MANY = 50;
    private static final int MANY_IF_MORE = 10;

    @Override
    public List<Insight> look(Observation observation) {
        Map<ProcessInfo, List<Connection>> before =
                observation.earlier().map(CloseWaitRule::byProcess).orElse(null);
        return byProcess(observation.now()).entrySet().stream()
                .flatMap(entry -> insight(entry.getKey(), entry.getValue(), earlier(before, entry.getKey())).stream())
                .toList();
    }

    private static Map<ProcessInfo, List<Connection>> byProcess(Snapshot snapshot) {
        return Sockets.in(snapshot, TcpState.CLOSE_WAIT)
                .filter(socket -> !socket.owners().isEmpty())
                .collect(Collectors.groupingBy(socket -> socket.owners().getFirst()));
    }

    /** Returns how many it had; -1 if that is not known. Of a process, what it is called may have changed meanwhile. */
    private static int earlier(Map<ProcessInfo, List<Connection>> before, ProcessInfo process) {
        if (before == null) {
            return -1;
        }
        return before.entrySet().stream()
                .filter(entry -> entry.getKey().pid() == process.pid()
                        && String.valueOf(entry.getKey().startTime()).equals(String.valueOf(process.startTime())))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
    }

    private static Optional<Insight> insight(ProcessInfo process, List<Connection> sockets, int earlier) {
        int count = sockets.size();
        boolean more = earlier >= 0 && count > earlier && count >= MANY_IF_MORE;
        if (count < MANY && !more) {
            return Optional.empty();
        }
        return Optional.of(new Insight(
                "close-wait",
                Severity.WARNING,
                Sockets.owner(process) + " does not close " + count + " connections that their peers have closed",
                (more ? earlier + " before, " : "") + count + " now, most with "
                        + Sockets.most(sockets, socket -> socket.remote().addressText()),
                "restart it, and mend how it closes sockets; see them: portio list --state CLOSE-WAIT --pid "
                        + process.pid(),
                Sockets.some(sockets)));
    }
}
