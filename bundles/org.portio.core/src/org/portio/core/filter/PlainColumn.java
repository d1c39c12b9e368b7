// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

/** A column that is there for a filter alone. */
record PlainColumn<T>(String id, Cells<T> cells) implements FilterColumn<T> {}
