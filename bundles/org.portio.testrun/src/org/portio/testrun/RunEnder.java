// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.portio.core.PortioException;
import org.portio.core.system.ExclusiveFile;
import org.portio.firewall.Firewall;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;
import org.portio.testrun.internal.BlockHoldings;
import org.portio.testrun.internal.ReservationHoldings;
import org.portio.testrun.internal.ServerHoldings;

/**
 * Reverts what PortIO made for runs that have ended, and writes their reports. One process at a time does; what could not be
 * reverted is tried again each time.
 *
 * @param holdings one for each kind of thing that runs may have
 */
public record RunEnder(TestRuns runs, List<Holdings> holdings) {

    public RunEnder {
        holdings = List.copyOf(holdings);
    }

    /**
     * Returns what reverts all that PortIO itself makes.
     *
     * @param firewall asks for rights that it lacks, or not, as whoever waits for the end would have it
     */
    public static RunEnder over(TestRuns runs, Firewall firewall, Reservations reservations, TemporaryServers servers) {
        return new RunEnder(
                runs,
                List.of(
                        new BlockHoldings(firewall),
                        new ReservationHoldings(reservations),
                        new ServerHoldings(servers)));
    }

    /** Ends a run that this process stands for, and returns its report with what was reverted. */
    public RunReport end(RunReport report) throws IOException {
        try (ExclusiveFile _ = runs.exclusive()) {
            return settle(report);
        }
    }

    /**
     * Ends runs whose process was killed, whose time is over, or that did not outlive a restart.
     *
     * @param leaks adds what processes of such a run have left to its report
     * @return their reports
     */
    public List<RunReport> endAllThatAreOver(UnaryOperator<RunReport> leaks) throws IOException {
        if (!runs.isAny() || runs.over().isEmpty()) {
            return List.of();
        }
        List<RunReport> reports = new ArrayList<>();
        try (ExclusiveFile _ = runs.exclusive()) {
            // Asked again: somebody else may have been faster.
            for (TestRun run : runs.over()) {
                RunReport known = runs.report(run.id()).orElse(null);
                reports.add(settle(
                        known != null
                                ? known
                                : leaks.apply(RunReport.of(run).ended(Instant.now(), TestRuns.end(run), null))));
            }
        }
        return reports;
    }

    private RunReport settle(RunReport report) throws IOException {
        String id = report.run().id();
        runs.end(id);
        // Somebody else may have reverted it before.
        List<Change> changes = new ArrayList<>(runs.report(id).orElse(report).changes().stream()
                .filter(Change::reverted)
                .toList());
        for (Holdings some : holdings) {
            if (runs.isMarked(id, some.kind())) {
                revert(id, some, changes);
            }
        }
        RunReport settled = report.withChanges(changes);
        runs.save(settled);
        if (settled.isReverted()) {
            runs.settled(id);
        }
        return settled;
    }

    private static void revert(String id, Holdings some, List<Change> changes) {
        try {
            for (Holding holding : some.of(id)) {
                changes.add(revert(some, holding));
            }
        } catch (PortioException e) {
            Holding unknown = new Holding(some.kind(), "", "each " + some.kind().label() + " of " + id);
            changes.add(new Change(unknown, false, e.getMessage()));
        }
    }

    private static Change revert(Holdings some, Holding holding) {
        try {
            some.revert(holding);
            return new Change(holding, true, "");
        } catch (PortioException e) {
            return new Change(holding, false, e.getMessage());
        }
    }
}
