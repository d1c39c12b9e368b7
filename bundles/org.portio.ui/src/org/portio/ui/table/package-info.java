// SPDX-License-Identifier: EPL-2.0
/**
 * A table of live rows: typed columns, sort, filter, column chooser, copy as text, all remembered between sessions, and
 * selection and scroll position that survive each refresh. What can be decided without a widget is decided in classes
 * without one. Parameters and results are never null unless it is said.
 */
package org.portio.ui.table;
