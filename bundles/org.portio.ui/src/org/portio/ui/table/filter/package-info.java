// SPDX-License-Identifier: EPL-2.0
/**
 * The meaning of a filter's words, without any table: how a filter is split into terms, and for each kind of cell which
 * values it takes. A value that it does not take is reported as {@link WrongFilterException}; nothing here is null.
 */
package org.portio.ui.table.filter;
