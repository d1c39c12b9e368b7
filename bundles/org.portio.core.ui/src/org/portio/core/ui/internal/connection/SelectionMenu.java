// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import java.util.List;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.core.ui.internal.SelectedConnections;

/** A part of a menu that depends on the selected connections. */
public abstract class SelectionMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public final void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected final IContributionItem[] getContributionItems() {
        Object selection = services.getService(ISelectionService.class).getSelection();
        return entries(SelectedConnections.of(selection), services).toArray(IContributionItem[]::new);
    }

    /** Returns the entries for these connections, of which there may be none. */
    protected abstract List<? extends IContributionItem> entries(List<Connection> selected, IServiceLocator services);
}
