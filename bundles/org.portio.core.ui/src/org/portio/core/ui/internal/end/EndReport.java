// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.PortAftermath;

/**
 * The result of ending processes, for the user.
 *
 * @param kind of the message dialog; one of information needs no dialog
 * @param stubborn those that still run, of which the text asks if they are to be forced; empty for no such question
 */
record EndReport(int kind, String text, List<ProcessInfo> stubborn) {

    EndReport {
        stubborn = List.copyOf(stubborn);
    }

    static EndReport of(EndTarget target, boolean forced, Duration patience, EndResult result) {
        return result.ends().size() == 1
                ? ofOne(target.only(List.of(result.ends().getFirst().process())), forced, patience, result)
                : GroupReport.of(target, forced, result);
    }

    private static EndReport ofOne(EndTarget target, boolean forced, Duration patience, EndResult result) {
        String process = target.text();
        End end = result.ends().getFirst();
        return switch (end.outcome()) {
            case ENDED -> ended(target, end.detail(), result.port());
            case STILL_RUNNING -> forced ? stuck(process) : stillRunning(target, patience);
            case GONE -> told(gone(target));
            case PORT_LEFT -> warned(NLS.bind(Messages.EndReport_portLeft, process, target.port()));
            case REFUSED, HANDED, DENIED -> warned(NLS.bind(Messages.EndReport_notEnded, sentence(end.detail())));
        };
    }

    boolean offersForce() {
        return !stubborn.isEmpty();
    }

    /** Returns whether all went as it was meant to. */
    boolean isGood() {
        return kind == MessageDialog.INFORMATION;
    }

    private static EndReport ended(EndTarget target, String detail, PortAftermath port) {
        String process = detail.isEmpty()
                ? NLS.bind(Messages.EndReport_ended, target.text())
                : NLS.bind(Messages.EndReport_endedSo, target.text(), sentence(detail));
        if (port == null) {
            return told(process);
        }
        return switch (port.state()) {
            case FREE -> told(NLS.bind(Messages.EndReport_free, process, target.port()));
            case FREE_WITH_REUSE, KEPT -> told(NLS.bind(Messages.EndReport_leftovers, process, begun(port.detail())));
            case BLOCKED, TAKEN ->
                warned(NLS.bind(
                        Messages.EndReport_taken,
                        new Object[] {target.text(), target.port(), sentence(port.detail())}));
        };
    }

    /** Turns the detail into a sentence of its own. */
    static String begun(String detail) {
        return sentence(Character.toUpperCase(detail.charAt(0)) + detail.substring(1));
    }

    static EndReport failed(String message) {
        return new EndReport(MessageDialog.ERROR, begun(message), List.of());
    }

    static String gone(EndTarget target) {
        return NLS.bind(Messages.EndReport_gone, target.text());
    }

    private static EndReport stuck(String process) {
        return warned(NLS.bind(Messages.EndReport_stuck, process));
    }

    private static EndReport stillRunning(EndTarget target, Duration patience) {
        String text = NLS.bind(Messages.EndReport_stillRuns, target.text(), patience.toSeconds());
        return new EndReport(MessageDialog.WARNING, text, target.processes());
    }

    private static EndReport told(String text) {
        return new EndReport(MessageDialog.INFORMATION, text, List.of());
    }

    private static EndReport warned(String text) {
        return new EndReport(MessageDialog.WARNING, text, List.of());
    }

    /** Details come as parts of a sentence, without its full stop. */
    static String sentence(String detail) {
        return detail.endsWith(".") ? detail : detail + ".";
    }
}
