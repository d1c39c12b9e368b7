// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Connection;
import org.portio.ui.Labels;

/** The menu by which the filter is narrowed to what the selected connections have in common with others. */
public final class FilterMenu extends SelectionMenu {

    @Override
    protected List<? extends IContributionItem> entries(List<Connection> selected, IServiceLocator services) {
        MenuManager menu = new MenuManager(Messages.FilterMenu_title);
        FilterOffer.of(selected).forEach(offer -> menu.add(entry(offer, services)));
        return menu.isEmpty() ? List.of() : List.of(menu);
    }

    private static IContributionItem entry(FilterOffer offer, IServiceLocator services) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, FilterByHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.label = Labels.line(offer.label());
        parameter.parameters = Map.of(FilterByHandler.TERM, offer.term());
        return new CommandContributionItem(parameter);
    }
}
