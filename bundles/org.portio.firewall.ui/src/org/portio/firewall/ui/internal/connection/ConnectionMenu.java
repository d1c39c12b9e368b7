// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.firewall.ui.internal.BlockList;

/** What can be blocked and unblocked for the selected connection, with its ports in the labels. */
public final class ConnectionMenu extends CompoundContributionItem implements IWorkbenchContribution {

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
            return ConnectionEntry.of(connection, BlockList.of(services).blocks()).stream()
                    .map(this::item)
                    .toArray(IContributionItem[]::new);
        }
        return new IContributionItem[0];
    }

    private IContributionItem item(ConnectionEntry entry) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, entry.command(), CommandContributionItem.STYLE_PUSH);
        parameter.label = entry.label();
        parameter.parameters = entry.parameters();
        return new CommandContributionItem(parameter);
    }
}
