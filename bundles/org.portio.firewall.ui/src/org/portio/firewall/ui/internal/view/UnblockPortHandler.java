// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.connection.FirewallActions;

/** Opens the ports of the blocks again whose ids it is given, separated by commas. */
public final class UnblockPortHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        BlockList list = BlockList.of(window);
        List<String> ids = Arrays.asList(event.getParameter(FirewallActions.IDS).split(","));
        List<Block> blocks = list.state().rows().stream()
                .filter(block -> ids.contains(block.id().toString()))
                .toList();
        if (!blocks.isEmpty()) {
            Unblocking.ask(window.getShell(), list, blocks);
        }
        return null;
    }
}
