// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.UiThread;

/** Opens every port again that PortIO has blocked. Lists those that there are at that moment, not those last shown. */
public final class UnblockAllHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        BlockList list = BlockList.of(window);
        Shell shell = window.getShell();
        Job job = Job.create(Messages.UnblockAllHandler_job, (ICoreRunnable) _ -> {
            List<Block> blocks = blocks(list);
            UiThread.later(shell, () -> ask(shell, list, blocks));
        });
        job.setUser(true);
        job.schedule();
        return null;
    }

    private static List<Block> blocks(BlockList list) throws CoreException {
        try {
            return list.firewall().blocks();
        } catch (FirewallException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }

    private static void ask(Shell shell, BlockList list, List<Block> blocks) {
        list.changed(blocks);
        if (blocks.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.Unblocking_title, Messages.UnblockAllHandler_none);
        } else {
            Unblocking.ask(shell, list, blocks);
        }
    }
}
