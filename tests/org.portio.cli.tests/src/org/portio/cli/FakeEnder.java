// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessEnder;

/** Ends nothing, and remembers what it was asked. */
final class FakeEnder implements ProcessEnder {

    final List<EndRequest> requests = new ArrayList<>();
    /** What comes of asking and of forcing a process; both end those that are not named here. */
    final Map<Long, EndResult> asked = new HashMap<>();

    final Map<Long, EndResult> forced = new HashMap<>();
    final Map<Long, String> refusals = new HashMap<>();

    @Override
    public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
        return new EndImpact(
                process,
                snapshot.connections().stream()
                        .filter(connection -> connection.isListening()
                                && connection.owners().stream().anyMatch(owner -> owner.pid() == process.pid()))
                        .toList(),
                2,
                List.of(),
                refusals.getOrDefault(process.pid(), ""));
    }

    @Override
    public EndResult end(EndRequest request) {
        requests.add(request);
        Map<Long, EndResult> results = request.force() ? forced : asked;
        return results.getOrDefault(request.process().pid(), new EndResult(Outcome.ENDED, ""));
    }
}
