// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.portio.cli.command.Services;
import org.portio.core.ConnectionException;
import org.portio.core.system.FileFailure;
import org.portio.firewall.Firewall;
import org.portio.testrun.Change;
import org.portio.testrun.Holding;
import org.portio.testrun.Leak;
import org.portio.testrun.Reports;
import org.portio.testrun.RunEnder;
import org.portio.testrun.RunProcesses;
import org.portio.testrun.RunReport;

/** Reverts test runs whose own process was killed; the keeper does so, and otherwise the next command. */
public record RunSweep(Services services, RunEnder ender) {

    /** Reverts with the rights at hand whatever is over, and tells what was done and what is left. */
    public static void settle(Services services, Consumer<String> notes) {
        new RunSweep(services, ender(services, services.firewallAtHand())).settle(notes);
    }

    /** Returns what reverts the runs of this user. */
    static RunEnder ender(Services services, Firewall firewall) {
        return RunEnder.over(
                services.runs().runs(),
                firewall,
                services.keeper().reservations(),
                services.keeper().servers());
    }

    void settle(Consumer<String> notes) {
        try {
            for (RunReport report : ender.endAllThatAreOver(this::withLeaks)) {
                tell(report, notes);
            }
        } catch (IOException e) {
            notes.accept("cannot revert test runs that have ended: " + FileFailure.text(e));
        }
    }

    private RunReport withLeaks(RunReport report) {
        try {
            LeftSockets left = new LeftSockets(services, RunProcesses::of);
            List<Leak> leaks = left.now(report.run().id());
            return report.withLeaks(report.run().endLeaks() ? left.end(leaks) : leaks);
        } catch (ConnectionException _) {
            // What is left of PortIO's own is what matters here.
            return report;
        }
    }

    /** A run that had nothing is of no interest. */
    private static void tell(RunReport report, Consumer<String> notes) {
        if (!report.leaks().isEmpty() || !report.changes().isEmpty()) {
            // Of one that is tried again and again, what is left counts.
            Reports.end(report.isReverted() ? report : report.withChanges(left(report)))
                    .forEach(notes);
        }
        if (!report.isReverted()) {
            notes.accept("what is left is tried again by the next command"
                    + (report.changes().stream().anyMatch(RunSweep::isBlock)
                            ? "; 'portio unblock' removes a block with the rights that it needs"
                            : ""));
        }
    }

    private static List<Change> left(RunReport report) {
        return report.changes().stream().filter(change -> !change.reverted()).toList();
    }

    private static boolean isBlock(Change change) {
        return !change.reverted() && change.holding().kind() == Holding.Kind.BLOCK;
    }
}
