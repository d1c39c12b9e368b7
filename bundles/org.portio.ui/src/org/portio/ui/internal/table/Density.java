// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.table;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Table;
import org.portio.ui.PortioPreferences;
import org.portio.ui.UiThread;

/** The height of a table's rows, which is a preference for all tables, and the space between the cells of a row. */
public final class Density {

    /** GTK's own style of one control; other systems do not look at it. */
    private static final String GTK_STYLE = "org.eclipse.swt.internal.gtk.css";

    /** Between a number on the right of its cell and a text on the left of the next, GTK's two pixels are no space. */
    private static final String STYLE =
            "* { -GtkTreeView-horizontal-separator: 8; -GtkTreeView-vertical-separator: %d; }";

    private static final int NORMAL_SEPARATOR = 2;

    private final Table table;
    private Font small;

    private Density(Table table) {
        this.table = table;
    }

    /** Gives the table the height of rows that the user prefers, now and when that changes. */
    public static void apply(Table table) {
        if (!Platform.isRunning()) {
            return; // there are no preferences either
        }
        Density density = new Density(table);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PortioPreferences.NODE);
        IPreferenceChangeListener listener = event -> {
            if (event.getKey().equals(PortioPreferences.COMPACT)) {
                UiThread.later(table, density::update);
            }
        };
        preferences.addPreferenceChangeListener(listener);
        table.addDisposeListener(_ -> {
            preferences.removePreferenceChangeListener(listener);
            density.dispose();
        });
        density.update();
    }

    private void update() {
        boolean compact = PortioPreferences.isCompact();
        Font before = small;
        small = compact ? smaller() : null;
        if (small != before) {
            table.setFont(small);
        }
        if (before != null) {
            before.dispose();
        }
        table.setData(GTK_STYLE, STYLE.formatted(compact ? 0 : NORMAL_SEPARATOR));
    }

    private Font smaller() {
        Font system = table.getDisplay().getSystemFont();
        return FontDescriptor.createFrom(system).increaseHeight(-1).createFont(table.getDisplay());
    }

    private void dispose() {
        if (small != null) {
            small.dispose();
        }
    }
}
