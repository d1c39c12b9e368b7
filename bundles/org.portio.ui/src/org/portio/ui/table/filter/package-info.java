// SPDX-License-Identifier: EPL-2.0
/**
 * What the words of a filter mean, without any table: how a filter is split into terms, and for each kind of cell which
 * values it takes. A value that it does not take is told as {@link WrongFilterException}; nothing here is null.
 */
package org.portio.ui.table.filter;
