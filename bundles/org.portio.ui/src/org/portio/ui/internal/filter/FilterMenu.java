// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.Labels;
import org.portio.ui.internal.filter.SavedFilters.Named;

/** The menu of a filter box: filters with names, those used last, and what can be done with them. */
final class FilterMenu {

    private static final int LONGEST_LABEL = 80;

    private final Text text;
    private final SavedFilters filters;

    FilterMenu(Text text, SavedFilters filters) {
        this.text = text;
        this.filters = filters;
    }

    /** Opens it below the box. */
    void open() {
        Menu menu = new Menu(text);
        fill(menu);
        menu.setLocation(text.toDisplay(0, text.getSize().y));
        menu.addListener(SWT.Hide, _ -> text.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Fills it; for tests as well. */
    void fill(Menu menu) {
        List<Named> named = filters.named();
        for (Named saved : named) {
            String label = NLS.bind(Messages.FilterMenu_saved, saved.name(), saved.filter());
            MenuItem item = item(menu, SWT.RADIO, label, () -> use(saved.filter()));
            item.setSelection(saved.filter().equals(text.getText().strip()));
        }
        separate(menu, named.isEmpty());
        List<String> recent = filters.recent();
        recent.forEach(filter -> item(menu, SWT.PUSH, filter, () -> use(filter)));
        separate(menu, recent.isEmpty());
        entry(menu, Messages.FilterMenu_save, this::save)
                .setEnabled(!text.getText().isBlank());
        choice(menu, Messages.FilterMenu_rename, named, this::rename);
        choice(menu, Messages.FilterMenu_delete, named, filters::delete);
        entry(menu, Messages.FilterMenu_forget, filters::forgetRecent).setEnabled(!recent.isEmpty());
    }

    private static void separate(Menu menu, boolean isEmpty) {
        if (!isEmpty) {
            new Separator().fill(menu, -1);
        }
    }

    private static MenuItem item(Menu menu, int style, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(Labels.line(shortened(label)));
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
        return item;
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL) + "\u2026";
    }

    private static MenuItem entry(Menu menu, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
        return item;
    }

    private static void choice(Menu menu, String label, List<Named> named, Consumer<String> action) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(label);
        cascade.setEnabled(!named.isEmpty());
        Menu names = new Menu(cascade);
        cascade.setMenu(names);
        named.forEach(saved -> item(names, SWT.PUSH, saved.name(), () -> action.accept(saved.name())));
    }

    private void use(String filter) {
        text.setText(filter);
        text.setSelection(filter.length());
        text.setFocus();
        filters.used(filter);
    }

    /** Asks for a name, and saves the present filter under it. */
    void save() {
        String filter = text.getText();
        String message = NLS.bind(Messages.FilterMenu_saveMessage, Labels.line(filter.strip()));
        ask(Messages.FilterMenu_saveTitle, message, "", "", name -> filters.save(name, filter));
    }

    private void rename(String name) {
        String message = NLS.bind(Messages.FilterMenu_renameMessage, Labels.line(name));
        ask(Messages.FilterMenu_renameTitle, message, name, name, newName -> filters.rename(name, newName));
    }

    private void ask(String title, String message, String name, String own, Consumer<String> action) {
        InputDialog dialog = new InputDialog(text.getShell(), title, message, name, input -> problem(input, own));
        if (dialog.open() == Window.OK) {
            action.accept(dialog.getValue());
        }
        text.setFocus();
    }

    /** Returns why a filter cannot have this name; null if it can. */
    private String problem(String name, String own) {
        if (name.isBlank()) {
            return "";
        }
        if (!SavedFilters.isName(name)) {
            return Messages.FilterMenu_badName;
        }
        boolean isTaken =
                filters.named(name.strip()).isPresent() && !name.strip().equalsIgnoreCase(own);
        return isTaken ? NLS.bind(Messages.FilterMenu_taken, name.strip()) : null;
    }
}
