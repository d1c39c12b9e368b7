// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.stream.Collectors;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.portio.core.system.Printable;

/** Gives controls the names that screen readers say. */
public final class Labels {

    private static final String NAME = "org.portio.ui.name";

    private Labels() {}

    /** Says that this label, which stands before or above the control, is about it. */
    public static void connect(Label label, Control control) {
        control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, label.getAccessible());
        label.getAccessible().addRelation(ACC.RELATION_LABEL_FOR, control.getAccessible());
        name(control, label.getText());
    }

    /** Names a control that has no label. Mnemonics and a colon at the end are left out. */
    public static void name(Control control, String text) {
        String name = LegacyActionTools.removeMnemonics(text).replaceFirst(":$", "");
        control.setData(NAME, name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
        nameFrame(control, name);
    }

    /** Names the container that the control fills, as its label: GTK says such a name of containers alone. */
    private static void nameFrame(Control control, String name) {
        Composite frame = control.getParent();
        boolean needsFrame = control instanceof Table || control instanceof Tree || control instanceof Text;
        if (needsFrame && "gtk".equals(SWT.getPlatform()) && frame.getChildren().length == 1) {
            name(frame, name);
            control.getAccessible().addRelation(ACC.RELATION_LABELLED_BY, frame.getAccessible());
        }
    }

    /**
     * Returns a text with foreign words in it, such as names of processes or paths, as a label, a link, a tooltip, a menu or a
     * message box shows it to the letter: {@code &} makes no mnemonic, and characters that cannot be seen or that turn a line
     * around are question marks. The lines stay. A text field or a table shows {@code &} as it is: there, use
     * {@link #lines(String)}.
     */
    public static String shown(String text) {
        return LegacyActionTools.escapeMnemonics(lines(text));
    }

    /** Returns the same of a text that is one line, whatever the foreign words in it are: none of them begins another. */
    public static String line(String text) {
        return LegacyActionTools.escapeMnemonics(Printable.of(text));
    }

    /** Returns a text with foreign words in it as a text field shows it: the same, but for {@code &}. */
    public static String lines(String text) {
        return text.indexOf('\n') < 0
                ? Printable.of(text)
                : text.lines().map(Printable::of).collect(Collectors.joining("\n"));
    }

    /** Returns the name that the control was given here; empty if it was not. */
    public static String nameOf(Control control) {
        return control.getData(NAME) instanceof String name ? name : "";
    }
}
