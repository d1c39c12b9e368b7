// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portio.cli.command.Services;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.testrun.Leak;

/**
 * Finds sockets that the processes of a run have left open, and ends their processes.
 *
 * @param living finds the processes of a run
 */
record LeftSockets(Services services, Function<String, Set<Long>> living) {

    /** The time in which processes that are about to end, such as the children of a shell, are no leak. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Returns pids of those that live after a moment in which the last processes of a run may end. */
    Set<Long> awaitEnd(String run) throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        Set<Long> living = pids(run);
        while (!living.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
            living = pids(run);
        }
        return living;
    }

    /** Returns those of the run of this id. */
    List<Leak> now(String run) throws ConnectionException {
        Set<Long> pids = pids(run);
        return pids.isEmpty() ? List.of() : Leak.in(services.monitor().snapshot(), pids);
    }

    /** Returns those of the run's processes; the keeper is nobody's. */
    Set<Long> pids(String run) {
        Set<Long> pids = new TreeSet<>(living.apply(run));
        if (!pids.isEmpty()) {
            keeper().ifPresent(pids::remove);
        }
        return pids;
    }

    private Optional<Long> keeper() {
        try {
            return services.keeper().status().map(KeeperStatus::pid);
        } catch (KeeperException _) {
            return Optional.empty();
        }
    }

    /** Ends the processes that have them: asks first, and uses force after a while. */
    List<Leak> end(List<Leak> leaks) throws ConnectionException {
        List<ProcessInfo> processes = leaks.stream()
                .map(Leak::pid)
                .distinct()
                .flatMap(pid -> services.processes().read(pid).stream())
                .toList();
        if (processes.isEmpty()) {
            return leaks;
        }
        EndRequest request = new EndRequest(processes, null, false, false, PATIENCE);
        EndResult asked = services.ender().end(request);
        Set<Long> ended = ended(asked);
        if (!asked.stillRunning().isEmpty()) {
            ended.addAll(ended(services.ender().end(request.forced(asked.stillRunning()))));
        }
        return leaks.stream()
                .map(leak -> ended.contains(leak.pid()) ? leak.end() : leak)
                .toList();
    }

    private static Set<Long> ended(EndResult result) {
        return result.ends().stream()
                .filter(end -> end.outcome() == Outcome.ENDED || end.outcome() == Outcome.GONE)
                .map(end -> end.process().pid())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
