// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.portio.ui.HelpTopic;
import org.portio.ui.Labels;
import org.portio.ui.internal.Messages;
import org.portio.ui.table.TableState.ColumnState;

/** Chooses the visible columns: one at a time in the header's menu, or all in a dialog. */
final class ColumnChooser {

    private final Supplier<? extends TableModel<?>> model;
    private final Supplier<TableState> state;
    private final Consumer<TableState> onChange;

    ColumnChooser(Supplier<? extends TableModel<?>> model, Supplier<TableState> state, Consumer<TableState> onChange) {
        this.model = model;
        this.state = state;
        this.onChange = onChange;
    }

    /** Gives the table a menu for its header, and this other one for its rows. */
    void addTo(VirtualTable<?> table, Supplier<Menu> rowMenu) {
        Table widget = table.widget();
        Menu headerMenu = headerMenu(widget).createContextMenu(widget);
        widget.addListener(
                SWT.MenuDetect, event -> widget.setMenu(table.columns().isHeader(event) ? headerMenu : rowMenu.get()));
        // The widget disposes only the menu that it showed last.
        widget.addDisposeListener(_ -> headerMenu.dispose());
    }

    private MenuManager headerMenu(Table table) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> fill(manager, table.getShell()));
        return menu;
    }

    private void fill(IMenuManager menu, Shell shell) {
        state.get().columns().forEach(column -> menu.add(toggle(column)));
        menu.add(new Separator());
        menu.add(new Action(Messages.ColumnChooser_menuItem) {
            @Override
            public void run() {
                open(shell);
            }
        });
    }

    private IAction toggle(ColumnState column) {
        IAction action = new Action(Labels.shown(title(column)), IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                Set<String> visible = ids(state.get().visible().toArray());
                if (!visible.remove(column.id())) {
                    visible.add(column.id());
                }
                onChange.accept(state.get().withVisible(visible));
            }
        };
        action.setChecked(column.visible());
        return action;
    }

    void open(Shell shell) {
        TableState before = state.get();
        ListSelectionDialog dialog = ListSelectionDialog.of(before.columns())
                .title(Messages.ColumnChooser_title)
                .message(Messages.ColumnChooser_message)
                .labelProvider(LabelProvider.createTextProvider(column -> Labels.lines(title((ColumnState) column))))
                .preselect(before.visible().toArray())
                .create(shell);
        dialog.create();
        HelpTopic.set(dialog.getShell(), "org.portio.ui.columns");
        if (dialog.open() == Window.OK) {
            onChange.accept(before.withVisible(ids(dialog.getResult())));
        }
    }

    private String title(ColumnState column) {
        return model.get().column(column.id()).map(Column::title).orElse(column.id());
    }

    private static Set<String> ids(Object[] columns) {
        return Arrays.stream(columns)
                .map(column -> ((ColumnState) column).id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
