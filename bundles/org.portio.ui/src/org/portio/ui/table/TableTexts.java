// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

/**
 * The texts of a table.
 *
 * @param filterHint shown in the empty filter box
 * @param filterExamples terms in columns of this table, for the tool tip of the filter box
 * @param loading shown until the first rows are there
 * @param empty shown if there are no rows, with what to do about it
 * @param noMatch shown if the filter leaves none; <code>{0}</code> stands for the filter
 */
public record TableTexts(String filterHint, String filterExamples, String loading, String empty, String noMatch) {}
