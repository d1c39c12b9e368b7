// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

/**
 * The numbers of rows in a table.
 *
 * @param total with those that are not shown
 * @param shown those that the filter and the view leave
 * @param selected of those that are shown
 */
public record RowCounts(int total, int shown, int selected) {}
