// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.firewall.Block;
import org.portio.firewall.Direction;

/** What can be blocked and unblocked for the selected connection, with its ports in the labels. */
public final class ConnectionMenu extends CompoundContributionItem implements IWorkbenchContribution {

    /** An entry of the menu. */
    record Entry(String label, String command, Map<String, String> parameters) {}

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        ISelectionService selections = services.getService(ISelectionService.class);
        if (selections.getSelection() instanceof IStructuredSelection selection
                && selection.size() == 1
                && selection.getFirstElement() instanceof Connection connection) {
            return entries(connection, BlockList.of(services).blocks()).stream()
                    .map(this::item)
                    .toArray(IContributionItem[]::new);
        }
        return new IContributionItem[0];
    }

    static List<Entry> entries(Connection connection, List<Block> blocks) {
        List<Entry> entries = new ArrayList<>();
        int local = connection.local().port();
        entries.add(new Entry(
                NLS.bind(Messages.ConnectionMenu_block, local),
                BlockPortHandler.COMMAND,
                BlockPortHandler.parameters(local, connection.protocol(), Direction.INBOUND)));
        if (connection.remote() != null) {
            int remote = connection.remote().port();
            entries.add(new Entry(
                    NLS.bind(Messages.ConnectionMenu_blockOutbound, remote),
                    BlockPortHandler.COMMAND,
                    BlockPortHandler.parameters(remote, connection.protocol(), Direction.OUTBOUND)));
        }
        for (Block block : BlockedConnections.blocking(connection, blocks)) {
            entries.add(unblock(block));
        }
        return entries;
    }

    private static Entry unblock(Block block) {
        String label = block.request().ports().isSingle()
                ? Messages.ConnectionMenu_unblock
                : Messages.ConnectionMenu_unblockRange;
        return new Entry(
                NLS.bind(label, block.request().ports()),
                UnblockPortHandler.COMMAND,
                Map.of(UnblockPortHandler.IDS, UnblockPortHandler.ids(List.of(block))));
    }

    private IContributionItem item(Entry entry) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, entry.command(), CommandContributionItem.STYLE_PUSH);
        parameter.label = entry.label();
        parameter.parameters = entry.parameters();
        return new CommandContributionItem(parameter);
    }
}
