// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.port.PortProbe;
import org.portio.reservation.Reservations;
import org.portio.server.ServerRequest;
import org.portio.server.ui.internal.dialog.ServerFields;
import org.portio.server.ui.internal.dialog.ServerForm;
import org.portio.ui.dialog.Inquiries;
import org.portio.ui.dialog.PortDialog;
import org.portio.ui.dialog.PortInquiry;
import org.portio.ui.list.ChangeJob;

/** Opens the dialog Start Server, filled with its parameters if it has any, and starts what was asked for there. */
public final class StartServerHandler extends AbstractHandler {

    static final String ID = "org.portio.reservation.ui.startServer";
    static final String PORT = "org.portio.reservation.ui.port";
    static final String PROTOCOL = "org.portio.reservation.ui.protocol";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ServerForm initial = ServerForm.of(Inquiries.parameter(event, PORT), Inquiries.protocol(event, PROTOCOL));
        PortDialog<ServerForm> dialog = ServerFields.toStart(window.getShell(), initial, inquiry(window));
        dialog.open();
        if (dialog.form() != null) {
            start(ServerList.of(window), dialog.form().request());
        }
        return null;
    }

    private static PortInquiry inquiry(IWorkbenchWindow window) {
        Reservations reservations = window.getService(Reservations.class);
        return new PortInquiry(
                Inquiries.monitor(window), PortProbe.ofSystem(), question -> PortLending.of(reservations, question));
    }

    private static void start(ServerList list, ServerRequest request) {
        String name = NLS.bind(Messages.StartServerHandler_job, request.protocol() + " " + request.port());
        new ChangeJob(name, _ -> {
                    String caveat = list.servers().start(request).caveat();
                    if (!caveat.isEmpty()) {
                        throw new CoreException(Status.warning(caveat));
                    }
                })
                .then(list::refreshLater)
                .start();
    }
}
