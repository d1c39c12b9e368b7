// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.portio.testrun.Change;
import org.portio.testrun.RunEnder;
import org.portio.testrun.RunReport;

/** Reverts what PortIO made for runs, after a question. */
final class Reverting {

    private Reverting() {}

    /** Says that what has not ended goes on. */
    static String question(List<RunReport> selected) {
        if (selected.size() > 1) {
            return NLS.bind(Messages.RevertHandler_question, selected.size());
        }
        RunReport report = selected.getFirst();
        boolean runs = RunColumns.isRunning(report);
        return NLS.bind(
                runs ? Messages.RevertHandler_questionRuns : Messages.RevertHandler_questionOne,
                report.run().text());
    }

    /** Reverts all that can be, before it says of the rest why it is still there. */
    static void revert(RunEnder ender, List<RunReport> selected) throws RunException {
        List<Change> left = new ArrayList<>();
        for (RunReport report : selected) {
            try {
                ender.end(ended(report)).changes().stream()
                        .filter(change -> !change.reverted())
                        .forEach(left::add);
            } catch (IOException e) {
                throw RunException.of(e);
            }
        }
        if (!left.isEmpty()) {
            throw RunException.left(left);
        }
    }

    private static RunReport ended(RunReport report) {
        return RunColumns.isRunning(report) ? report.ended(Instant.now(), RunReport.End.REVERTED, null) : report;
    }
}
