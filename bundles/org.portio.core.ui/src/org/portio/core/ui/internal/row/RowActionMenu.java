// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.List;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.core.ui.internal.connection.SelectionMenu;

/** Entries for some actions: each is its command, or disabled and says why. */
abstract class RowActionMenu extends SelectionMenu {

    private final List<RowAction> actions;

    RowActionMenu(List<RowAction> actions) {
        this.actions = actions;
    }

    @Override
    protected final List<? extends IContributionItem> entries(List<Connection> selected, IServiceLocator services) {
        return actions.stream()
                .map(action -> entry(action, RowReasons.whyNot(action, selected), services))
                .toList();
    }

    private static IContributionItem entry(RowAction action, String whyNot, IServiceLocator services) {
        return whyNot.isEmpty()
                ? new CommandContributionItem(new CommandContributionItemParameter(
                        services, null, action.commandId(), CommandContributionItem.STYLE_PUSH))
                : disabled(name(action, services) + " (" + whyNot + ")");
    }

    private static IContributionItem disabled(String label) {
        Action entry = new Action(label) {
                    // Is never run.
                };
        entry.setEnabled(false);
        return new ActionContributionItem(entry);
    }

    private static String name(RowAction action, IServiceLocator services) {
        Command command = services.getService(ICommandService.class).getCommand(action.commandId());
        try {
            return command.getName();
        } catch (NotDefinedException _) {
            return action.id();
        }
    }
}
