// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.ui.Labels;
import org.portio.ui.connection.ConnectionAction;

/** Adds the actions of other bundles to the context menu of the selected connections. */
public final class ConnectionMenu extends SelectionMenu {

    @Override
    protected List<? extends IContributionItem> entries(List<Connection> selected, IServiceLocator services) {
        ContributedActions actions = services.getService(ContributedActions.class);
        return actions == null
                ? List.of()
                : actions.of(selected).stream()
                        .map(action -> action.whyNot().isEmpty() ? command(action, services) : disabled(action))
                        .toList();
    }

    private static IContributionItem command(ConnectionAction action, IServiceLocator services) {
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
