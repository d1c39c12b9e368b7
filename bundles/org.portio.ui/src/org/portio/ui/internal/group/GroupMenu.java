// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IPartService;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.ui.internal.Messages;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableModel.Grouping;
import org.portio.ui.table.TablePart;

/** The ways in which the rows of the active view can be grouped, of which one is marked. */
public final class GroupMenu extends CompoundContributionItem implements IWorkbenchContribution {

    private IServiceLocator services;

    @Override
    public void initialize(IServiceLocator serviceLocator) {
        services = serviceLocator;
    }

    @Override
    protected IContributionItem[] getContributionItems() {
        return services.getService(IPartService.class).getActivePart() instanceof TablePart part
                ? entries(part.table()).toArray(IContributionItem[]::new)
                : new IContributionItem[] {notHere()};
    }

    private List<IContributionItem> entries(RowTable<?> table) {
        if (table.groupings().isEmpty()) {
            return List.of(notHere());
        }
        List<IContributionItem> entries = new ArrayList<>();
        entries.add(entry(table, "", Messages.GroupMenu_none));
        for (Grouping<?> grouping : table.groupings()) {
            entries.add(entry(table, grouping.id(), grouping.title()));
        }
        entries.add(new Separator());
        entries.add(command(ExpandHandler.EXPAND, Messages.GroupMenu_expandAll));
        entries.add(command(ExpandHandler.COLLAPSE, Messages.GroupMenu_collapseAll));
        return entries;
    }

    private static IContributionItem notHere() {
        Action entry = new Action(Messages.GroupMenu_notHere) {
                    // Is never run.
                };
        entry.setEnabled(false);
        return new ActionContributionItem(entry);
    }

    private static IContributionItem entry(RowTable<?> table, String id, String label) {
        Action entry = new Action(label, IAction.AS_RADIO_BUTTON) {
            @Override
            public void run() {
                if (isChecked()) {
                    table.groupBy(id);
                }
            }
        };
        entry.setChecked(table.grouping().equals(id));
        return new ActionContributionItem(entry);
    }

    private IContributionItem command(String id, String label) {
        CommandContributionItemParameter parameter =
                new CommandContributionItemParameter(services, null, id, CommandContributionItem.STYLE_PUSH);
        parameter.label = label;
        return new CommandContributionItem(parameter);
    }
}
