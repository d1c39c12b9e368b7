// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.ui.list.SelectedRows;

/** Opens the selected ports again: what the platform's Delete does in the view Firewall. */
public final class UnblockHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Block> blocks = SelectedRows.of(event, Block.class);
        if (!blocks.isEmpty()) {
            IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
            Unblocking.ask(window.getShell(), BlockList.of(window), blocks);
        }
        return null;
    }
}
