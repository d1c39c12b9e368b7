// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.portio.ui.Labels;

/** Runs commands that open dialogs, and finds what is in them. */
final class Dialogs {

    private Dialogs() {}

    /**
     * Runs it as soon as it is enabled, asynchronously: a command that opens a dialog does not return before that is
     * closed.
     */
    static void later(String command) {
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        Display.getCurrent().asyncExec(() -> {
            Ui.until(
                    "the command " + command + " is enabled",
                    () -> commands.getCommand(command).isEnabled());
            try {
                handlers.executeCommand(command, null);
            } catch (Exception e) {
                throw new IllegalStateException(command, e);
            }
        });
    }

    static <T extends Control> boolean shows(Shell dialog, Class<T> type, Predicate<T> condition) {
        return Ui.visible(dialog, type, condition).isPresent();
    }

    /** Returns the button of this text, mnemonics aside. */
    static Button button(Shell dialog, String text) {
        Predicate<Button> wanted = button -> button.getText().replace("&", "").equals(text);
        return Ui.visible(dialog, Button.class, wanted).orElseThrow();
    }

    /** Returns the field that shows this while it is empty. */
    static Text field(Shell dialog, String hint) {
        return Ui.visible(dialog, Text.class, text -> text.getMessage().startsWith(hint))
                .orElseThrow();
    }

    /** Returns the fields that have no name for a screen reader; the message of a dialog is a read-only text. */
    static List<Control> unnamed(Composite root) {
        return Ui.all(root)
                .filter(control -> control instanceof Text && (control.getStyle() & SWT.READ_ONLY) == 0
                        || control instanceof Combo
                        || control instanceof Table
                        || control instanceof StyledText)
                .filter(control -> control.isVisible() && Labels.nameOf(control).isEmpty())
                .toList();
    }

    /** Returns whether some label of the window says this. */
    static boolean label(String part) {
        return Ui.visible(Label.class, label -> label.getText().contains(part)).isPresent();
    }

    /**
     * Selects the first row as the user does, with the focus in the table. A test's X server lacks a window manager,
     * which would make the window active again after a dialog.
     */
    static void selectFirst(Table table) {
        table.getShell().forceActive();
        Ui.until("the window is active", () -> table.getDisplay().getActiveShell() == table.getShell());
        table.setFocus();
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
    }

    /** Returns the texts of the entries that are enabled for what is selected. */
    static List<String> contextMenu(Table table) {
        return contextMenu(table, true);
    }

    /** Returns the texts of the entries that are enabled, or not, for what is selected. */
    static List<String> contextMenu(Table table, boolean enabled) {
        Event event = new Event();
        Point point = table.toDisplay(5, table.getHeaderHeight() + 5);
        event.x = point.x;
        event.y = point.y;
        table.notifyListeners(SWT.MenuDetect, event);
        Menu menu = table.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> entries = Arrays.stream(menu.getItems())
                .filter(item -> item.isEnabled() == enabled)
                .map(MenuItem::getText)
                .toList();
        menu.notifyListeners(SWT.Hide, new Event());
        return entries;
    }
}
