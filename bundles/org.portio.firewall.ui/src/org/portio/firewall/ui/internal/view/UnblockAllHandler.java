// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Opens every port again that PortIO has blocked. Lists those that there are at that moment, not those last shown. */
public final class UnblockAllHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        BlockList list = BlockList.of(window);
        Shell shell = window.getShell();
        new ChangeJob(Messages.UnblockAllHandler_job, _ -> {
                    List<Block> blocks = list.firewall().blocks();
                    list.changed(blocks);
                    UiThread.later(shell, () -> ask(shell, list, blocks));
                })
                .start();
        return null;
    }

    private static void ask(Shell shell, BlockList list, List<Block> blocks) {
        if (blocks.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.Unblocking_title, Messages.UnblockAllHandler_none);
        } else {
            Unblocking.ask(shell, list, blocks);
        }
    }
}
