// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.portio.ui.internal.Messages;

/**
 * A row that stands for several rows.
 *
 * @param key the same in each refresh
 * @param name what its rows have in common
 * @param count how many rows it stands for
 * @param cells what is said of all its rows together, by the ids of the columns
 * @param isOpen whether its rows follow it
 */
public record Group(GroupKey key, String name, int count, Map<String, String> cells, boolean isOpen) {

    private static final String OPEN = "\u25be ";
    private static final String CLOSED = "\u25b8 ";

    /** Returns its first cell: an arrow, its name and the number of its rows. */
    public String title() {
        return (isOpen ? OPEN : CLOSED) + text();
    }

    /** Returns the cell of another column; empty if there is nothing to say. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Returns its name and the number of its rows. */
    public String text() {
        return NLS.bind(Messages.Group_text, name, count);
    }
}
