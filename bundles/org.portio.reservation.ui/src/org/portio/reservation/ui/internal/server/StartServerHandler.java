// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.server;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.port.PortProbe;
import org.portio.reservation.ui.internal.Inquiries;
import org.portio.reservation.ui.internal.Messages;
import org.portio.reservation.ui.internal.PortAction;
import org.portio.reservation.ui.internal.ReservationList;
import org.portio.reservation.ui.internal.ReserveCommand;
import org.portio.reservation.ui.internal.dialog.PortDialog;
import org.portio.reservation.ui.internal.dialog.PortInquiry;
import org.portio.reservation.ui.internal.dialog.ServerForm;
import org.portio.server.ServerRequest;

/** Opens the dialog Start Server, filled with its parameters where it has any, and starts what was asked for there. */
public final class StartServerHandler extends AbstractHandler {

    public static final String ID = "org.portio.reservation.ui.startServer";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ReservationList reservations = ReservationList.of(window);
        PortInquiry inquiry = PortInquiry.forServer(
                Inquiries.monitor(window),
                PortProbe.ofSystem(),
                () -> reservations.state().reservations());
        ServerForm initial = ServerForm.of(Inquiries.parameter(event, ReserveCommand.PORT), Inquiries.protocol(event));
        PortDialog<ServerForm> dialog = PortDialog.toStartServer(window.getShell(), initial, inquiry);
        // The dialog tells of a port that is reserved.
        reservations.refreshLater();
        dialog.open();
        if (dialog.form() != null) {
            start(ServerList.of(window), dialog.form().request());
        }
        return null;
    }

    private static void start(ServerList list, ServerRequest request) {
        String name = NLS.bind(Messages.StartServerHandler_job, request.protocol() + " " + request.port());
        PortAction.start(name, () -> list.servers().start(request), list::refreshLater);
    }
}
