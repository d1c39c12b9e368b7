// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.ui.Labels;
import org.portio.ui.connection.ConnectionAction;

/** Adds the actions of other bundles to the context menu of the selected connections. */
public final class ConnectionMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        ContributedActions actions = services.getService(ContributedActions.class);
        Object selected = services.getService(ISelectionService.class).getSelection();
        return actions == null
                ? new IContributionItem[0]
                : actions.of(SelectedConnections.of(selected)).stream()
                        .map(this::item)
                        .toArray(IContributionItem[]::new);
    }

    private IContributionItem item(ConnectionAction action) {
        return action.whyNot().isEmpty() ? command(action) : disabled(action);
    }

    private IContributionItem command(ConnectionAction action) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, action.command(), CommandContributionItem.STYLE_PUSH);
        parameter.label = Labels.line(action.text());
        parameter.parameters = action.parameters();
        return new CommandContributionItem(parameter);
    }

    private static IContributionItem disabled(ConnectionAction action) {
        Action entry = new Action(Labels.line(action.text())) {
                    // Is never run.
                };
        entry.setEnabled(false);
        return new ActionContributionItem(entry);
    }
}
