// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.connection;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;

/** Reserving the port of the selected connection, and a server on it, with the port in the labels. */
public final class ConnectionMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        ISelection selected = services.getService(ISelectionService.class).getSelection();
        return selected instanceof IStructuredSelection rows
                        && rows.size() == 1
                        && rows.getFirstElement() instanceof Connection connection
                ? ConnectionEntry.of(connection).stream().map(this::item).toArray(IContributionItem[]::new)
                : new IContributionItem[0];
    }

    private IContributionItem item(ConnectionEntry entry) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, entry.command(), CommandContributionItem.STYLE_PUSH);
        parameter.label = entry.label();
        parameter.parameters = entry.parameters();
        return new CommandContributionItem(parameter);
    }
}
