// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.PortAftermath;

/** Says what came of ending several processes, which are judged together: how many have ended, and of each other why not. */
final class GroupReport {

    private GroupReport() {}

    static EndReport of(EndTarget target, boolean forced, EndResult result) {
        List<String> lines = new ArrayList<>();
        long ended = result.ends().stream().filter(GroupReport::hasEnded).count();
        lines.add(NLS.bind(Messages.GroupReport_ended, ended, result.ends().size()));
        result.ends().stream()
                .filter(end -> !hasEnded(end))
                .map(end -> line(target, end))
                .forEach(lines::add);
        if (result.port() != null) {
            lines.add(line(target, result.port()));
        }
        boolean asks = !forced && !result.stillRunning().isEmpty();
        if (asks) {
            lines.add(Messages.GroupReport_force);
        }
        return new EndReport(kind(result), String.join("\n", lines), asks ? result.stillRunning() : List.of());
    }

    private static boolean hasEnded(End end) {
        return end.outcome() == Outcome.ENDED || end.outcome() == Outcome.GONE;
    }

    private static int kind(EndResult result) {
        boolean done = result.ends().stream().allMatch(end -> end.outcome().isDone());
        boolean free = result.port() == null || result.port().isClear();
        return done && free ? MessageDialog.INFORMATION : MessageDialog.WARNING;
    }

    private static String line(EndTarget target, End end) {
        String process = EndTarget.text(end.process());
        return switch (end.outcome()) {
            case STILL_RUNNING -> NLS.bind(Messages.GroupReport_stillRuns, process);
            case PORT_LEFT -> NLS.bind(Messages.EndReport_portLeft, process, target.port());
            case REFUSED, HANDED, DENIED ->
                NLS.bind(Messages.GroupReport_notEnded, process, EndReport.sentence(end.detail()));
            case ENDED, GONE -> "";
        };
    }

    private static String line(EndTarget target, PortAftermath port) {
        return switch (port.state()) {
            case FREE -> NLS.bind(Messages.GroupReport_free, target.port());
            case FREE_WITH_REUSE, KEPT -> EndReport.begun(port.detail());
            case BLOCKED, TAKEN ->
                NLS.bind(Messages.GroupReport_taken, target.port(), EndReport.sentence(port.detail()));
        };
    }
}
