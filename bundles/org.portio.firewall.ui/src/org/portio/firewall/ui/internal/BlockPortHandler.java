// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.ui.internal.block.BlockDialog;
import org.portio.firewall.ui.internal.block.BlockForm;
import org.portio.ui.UiThread;

/** Opens the dialog Block Port, filled with its parameters where it has any, and blocks what was asked for there. */
public final class BlockPortHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
        BlockList list = BlockList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        BlockDialog dialog =
                new BlockDialog(shell, form(event), request -> list.firewall().plan(request));
        dialog.create();
        Runnable stop = list.onChange(state -> UiThread.later(dialog.getShell(), () -> show(dialog, state)));
        show(dialog, list.state());
        list.refreshLater();
        dialog.open();
        stop.run();
        if (dialog.request() != null) {
            block(shell, list, dialog.request());
        }
        return null;
    }

    /** Of what the list tells, the dialog wants the backend. */
    private static void show(BlockDialog dialog, FirewallState state) {
        if (state.backend() != null) {
            dialog.setBackend(state.backend());
        } else if (state.failure() != null) {
            dialog.setFailure(state.failure());
        }
    }

    private static BlockForm form(ExecutionEvent event) {
        String port = event.getParameter(ConnectionEntry.PORT);
        String protocol = event.getParameter(ConnectionEntry.PROTOCOL);
        String direction = event.getParameter(ConnectionEntry.DIRECTION);
        return BlockForm.of(
                port == null ? "" : port,
                protocol == null ? Protocol.TCP : Protocol.valueOf(protocol),
                direction == null ? Direction.INBOUND : Direction.valueOf(direction),
                FirewallPreferences.verdict());
    }

    private static void block(Shell shell, BlockList list, BlockRequest request) {
        String name = NLS.bind(Messages.BlockPortHandler_job, request);
        new FirewallAction(
                        name,
                        Messages.BlockPortHandler_force,
                        shell,
                        list,
                        (firewall, force) -> firewall.block(request, force))
                .start();
    }
}
