// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Protocol;
import org.portio.core.ui.internal.SelectedConnections;

/** Opens the view Diagnose; asks about the port of its parameters, or of the selected connections, if there is one. */
public final class DiagnosePortHandler extends AbstractHandler {

    private static final String PORT = "org.portio.core.ui.port";
    private static final String PROTOCOL = "org.portio.core.ui.protocol";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<DiagnoseInput> input = parameters(event).or(() -> DiagnoseInput.of(SelectedConnections.of(event)));
        try {
            DiagnoseView view = (DiagnoseView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                    .getActivePage()
                    .showView(DiagnoseView.ID);
            input.ifPresent(view::askFor);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    private static Optional<DiagnoseInput> parameters(ExecutionEvent event) {
        String port = event.getParameter(PORT);
        Protocol protocol = Protocol.UDP.name().equals(event.getParameter(PROTOCOL)) ? Protocol.UDP : Protocol.TCP;
        return port == null ? Optional.empty() : Optional.of(new DiagnoseInput(port, protocol, ""));
    }
}
