// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.ui.Labels;

/** The menu by which the filter is narrowed to what the selected connections have in common with others. */
public final class FilterMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        Object selected = services.getService(ISelectionService.class).getSelection();
        MenuManager menu = new MenuManager(Messages.FilterMenu_title);
        FilterOffer.of(SelectedConnections.of(selected)).forEach(offer -> menu.add(entry(offer)));
        return menu.isEmpty() ? new IContributionItem[0] : new IContributionItem[] {menu};
    }

    private IContributionItem entry(FilterOffer offer) {
        CommandContributionItemParameter parameter = new CommandContributionItemParameter(
                services, null, FilterByHandler.COMMAND, CommandContributionItem.STYLE_PUSH);
        parameter.label = Labels.line(offer.label());
        parameter.parameters = Map.of(FilterByHandler.TERM, offer.term());
        return new CommandContributionItem(parameter);
    }
}
