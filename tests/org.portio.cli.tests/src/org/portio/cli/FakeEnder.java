// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.ProcessState;

/** Ends nothing, and remembers what it was asked. */
public final class FakeEnder implements ProcessEnder {

    public final List<EndRequest> requests = new ArrayList<>();
    /** Results of asking and of forcing a process; both end processes that are not named here. */
    public final Map<Long, Outcome> asked = new HashMap<>();

    final Map<Long, Outcome> forced = new HashMap<>();
    /** Details on each process that is not ended. */
    public String detail = "";
    /** The state of the port after all have ended. */
    public PortAftermath port = new PortAftermath(State.FREE, "", List.of());

    public final Map<Long, String> refusals = new HashMap<>();
    /** PIDs of processes that were only handed their sockets. */
    public final Set<Long> handed = new HashSet<>();

    @Override
    public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
        List<Connection> ports = snapshot.connections().stream()
                .filter(connection -> connection.isListening()
                        && connection.owners().stream().anyMatch(owner -> owner.pid() == process.pid()))
                .toList();
        return new EndImpact(
                process,
                ProcessState.RUNNING,
                ports,
                handed.contains(process.pid()) ? ports : List.of(),
                2,
                List.of(),
                refusals.getOrDefault(process.pid(), ""));
    }

    @Override
    public EndResult end(EndRequest request) {
        requests.add(request);
        Map<Long, Outcome> outcomes = request.force() ? forced : asked;
        List<End> ends = request.processes().stream()
                .map(process -> new End(
                        process, outcomes.getOrDefault(process.pid(), Outcome.ENDED), detail(process, outcomes)))
                .toList();
        boolean judged =
                request.port() != null && ends.stream().noneMatch(end -> end.outcome() == Outcome.STILL_RUNNING);
        return new EndResult(ends, judged ? port : null);
    }

    private String detail(ProcessInfo process, Map<Long, Outcome> outcomes) {
        return outcomes.containsKey(process.pid()) ? detail : "";
    }
}
