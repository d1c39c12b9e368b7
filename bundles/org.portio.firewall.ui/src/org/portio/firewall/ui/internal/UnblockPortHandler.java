// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.firewall.Block;

/** Opens the ports of the blocks again whose ids it is given. */
public final class UnblockPortHandler extends AbstractHandler {

    static final String COMMAND = "org.portio.firewall.ui.unblockPort";
    static final String IDS = "org.portio.firewall.ui.ids";

    private static final String SEPARATOR = ",";

    static String ids(List<Block> blocks) {
        return blocks.stream().map(block -> block.id().toString()).collect(Collectors.joining(SEPARATOR));
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        BlockList list = BlockList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        List<String> ids = Arrays.asList(event.getParameter(IDS).split(SEPARATOR));
        List<Block> blocks = list.state().blocks().stream()
                .filter(block -> ids.contains(block.id().toString()))
                .toList();
        if (!blocks.isEmpty()) {
            Unblocking.ask(HandlerUtil.getActiveShell(event), list, blocks);
        }
        return null;
    }
}
