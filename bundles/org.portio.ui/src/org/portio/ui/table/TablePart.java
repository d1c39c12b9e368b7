// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

/** A view around a {@link RowTable}. It gets the commands Find (the filter box) and Columns for it. */
public interface TablePart {

    RowTable<?> table();
}
