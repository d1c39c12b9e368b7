// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** Gives the selected ports up, after it has asked: what the platform's Delete does in the view Reservations. */
public final class ReleaseHandler extends AbstractHandler {

    private static final int MOST_LISTED = 15;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<ReservationStatus> selected = Selected.of(event, ReservationStatus.class);
        if (!selected.isEmpty() && isWanted(window, selected)) {
            start(ReservationList.of(window), selected);
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<ReservationStatus> selected) {
        String[] buttons = {Messages.ReleaseHandler_release, Messages.cancel};
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.ReleaseHandler_title,
                        question(selected),
                        SWT.NONE,
                        buttons)
                == 0;
    }

    private static void start(ReservationList list, List<ReservationStatus> selected) {
        String name = selected.size() == 1
                ? NLS.bind(Messages.ReleaseHandler_jobOne, selected.getFirst().key())
                : NLS.bind(Messages.ReleaseHandler_job, selected.size());
        List<PortKey> keys = selected.stream().map(ReservationStatus::key).toList();
        PortAction.start(name, () -> release(list.reservations(), keys), list::refreshLater);
    }

    /** One that cannot be released does not keep the others from being so. */
    static void release(Reservations reservations, List<PortKey> keys) throws ReservationException {
        ReservationException failure = null;
        for (PortKey key : keys) {
            try {
                reservations.release(key);
            } catch (ReservationException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Names each reservation, unless there are more than one reads, and says what becomes of those who have a port. */
    static String question(List<ReservationStatus> selected) {
        boolean lent = selected.stream().anyMatch(row -> row.state() == HoldState.LENT);
        String more = lent ? "\n\n" + Messages.ReleaseHandler_lent : "";
        if (selected.size() == 1) {
            return NLS.bind(Messages.ReleaseHandler_questionOne, text(selected.getFirst())) + more;
        }
        String listed = selected.stream()
                .limit(MOST_LISTED)
                .map(row -> "\n    " + text(row))
                .collect(Collectors.joining());
        int rest = selected.size() - MOST_LISTED;
        String end = rest > 0 ? "\n    " + NLS.bind(Messages.ReleaseHandler_more, rest) : "";
        return NLS.bind(Messages.ReleaseHandler_question, selected.size()) + "\n" + listed + end + more;
    }

    private static String text(ReservationStatus row) {
        String note = row.reservation().note();
        return note.isEmpty() ? row.key().toString() : row.key() + " (" + note + ")";
    }
}
