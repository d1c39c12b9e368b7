// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A column as a filter sees it.
 *
 * @param <T> type of a row
 */
@ConsumerType
public interface FilterColumn<T> {

    /** Returns its name in a filter, such as {@code localPort}. */
    String id();

    /** Returns what the filter finds in it. */
    Cells<T> cells();

    /** Returns a column that is nothing else. */
    static <T> FilterColumn<T> of(String id, Cells<T> cells) {
        return new PlainColumn<>(id, cells);
    }
}
