// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.firewall.ui.internal.block.BlockDialog;
import org.portio.firewall.ui.internal.block.BlockForm;
import org.portio.firewall.ui.internal.connection.FirewallActions;
import org.portio.firewall.ui.internal.preferences.FirewallPreferences;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Opens the dialog Block Port, filled with its parameters if it has any, and blocks what was asked for there. */
public final class BlockPortHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        open(window, form(event), "");
        return null;
    }

    /** Opens the dialog with the reason why the last attempt failed; empty for the first time. */
    private static void open(IWorkbenchWindow window, BlockForm form, String denial) {
        BlockList list = BlockList.of(window);
        BlockDialog dialog = new BlockDialog(
                window.getShell(), form, request -> list.firewall().plan(request));
        dialog.setDenial(denial);
        dialog.create();
        try (Subscription _ = list.onChange(_ -> UiThread.later(dialog.getShell(), () -> show(dialog, list)))) {
            show(dialog, list);
            list.refreshLater();
            lookWhoListens(window, dialog);
            dialog.open();
        }
        if (dialog.request() != null) {
            block(window, list, dialog);
        }
    }

    /** Looks for listeners; a port can be blocked even if the connections cannot be seen. */
    private static void lookWhoListens(IWorkbenchWindow window, BlockDialog dialog) {
        ConnectionMonitor monitor = window.getService(ConnectionMonitor.class);
        Shell shell = dialog.getShell();
        Job.createSystem("Look who listens", (ICoreRunnable) _ -> {
                    try {
                        Snapshot snapshot = monitor == null ? null : monitor.snapshot();
                        UiThread.later(shell, () -> dialog.setConnections(snapshot));
                    } catch (ConnectionException e) {
                        ILog.of(BlockPortHandler.class).error(e.getMessage(), e);
                    }
                })
                .schedule();
    }

    /** Passes the backend of the list on to the dialog. */
    private static void show(BlockDialog dialog, BlockList list) {
        Exception failure = list.state().failure();
        if (list.backend() != null) {
            dialog.setBackend(list.backend());
        } else if (failure != null) {
            dialog.setFailure(failure);
        }
    }

    private static BlockForm form(ExecutionEvent event) {
        String port = event.getParameter(FirewallActions.PORT);
        String protocol = event.getParameter(FirewallActions.PROTOCOL);
        String direction = event.getParameter(FirewallActions.DIRECTION);
        return BlockForm.of(
                port == null ? "" : port,
                protocol == null ? Protocol.TCP : Protocol.valueOf(protocol),
                direction == null ? Direction.INBOUND : Direction.valueOf(direction),
                FirewallPreferences.verdict());
    }

    private static void block(IWorkbenchWindow window, BlockList list, BlockDialog dialog) {
        BlockRequest request = dialog.request();
        String name = NLS.bind(Messages.BlockPortHandler_job, request);
        new ChangeJob(name, force -> list.firewall().block(request, force))
                .offerForce(window.getShell(), Messages.BlockPortHandler_force)
                .whenDenied(window.getShell(), denial -> open(window, dialog.form(), denial.getMessage()))
                .then(list::refresh)
                .start();
    }
}
