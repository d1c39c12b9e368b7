// SPDX-License-Identifier: EPL-2.0
/**
 * The language in which rows are chosen, in the window and on the command line: how a filter is split into terms, and for each kind of
 * cell which values it takes. A value that it does not take is reported as {@link WrongFilterException}; nothing here is
 * null.
 */
package org.portio.core.filter;
