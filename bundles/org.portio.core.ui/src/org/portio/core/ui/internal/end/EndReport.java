// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.portio.core.process.EndResult;

/**
 * What came of ending a process, for the user.
 *
 * @param kind of the message dialog
 * @param offersForce whether the text asks if the process is to be forced
 */
record EndReport(int kind, String text, boolean offersForce) {

    static EndReport of(EndTarget target, boolean forced, Duration patience, EndResult result) {
        String process = target.text();
        return switch (result.outcome()) {
            case ENDED ->
                told(
                        target.port() == null
                                ? NLS.bind(Messages.EndReport_ended, process)
                                : NLS.bind(Messages.EndReport_endedAndFree, process, target.port()));
            case PORT_TAKEN ->
                warned(NLS.bind(
                        Messages.EndReport_taken, new Object[] {process, target.port(), sentence(result.detail())}));
            case STILL_RUNNING -> forced ? stuck(process) : stillRunning(process, patience);
            case GONE -> told(gone(target));
            case PORT_LEFT -> warned(NLS.bind(Messages.EndReport_portLeft, process, target.port()));
            case REFUSED, DENIED -> warned(NLS.bind(Messages.EndReport_notEnded, sentence(result.detail())));
        };
    }

    static String gone(EndTarget target) {
        return NLS.bind(Messages.EndReport_gone, target.text());
    }

    private static EndReport stuck(String process) {
        return warned(NLS.bind(Messages.EndReport_stuck, process));
    }

    private static EndReport stillRunning(String process, Duration patience) {
        String text = NLS.bind(Messages.EndReport_stillRuns, process, patience.toSeconds());
        return new EndReport(MessageDialog.WARNING, text, true);
    }

    private static EndReport told(String text) {
        return new EndReport(MessageDialog.INFORMATION, text, false);
    }

    private static EndReport warned(String text) {
        return new EndReport(MessageDialog.WARNING, text, false);
    }

    /** Details come as parts of a sentence, without its full stop. */
    static String sentence(String detail) {
        return detail.endsWith(".") ? detail : detail + ".";
    }
}
