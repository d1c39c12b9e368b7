// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.List;

/** Tells a filter box about the rows that it filters. */
public interface FilterContext {

    /**
     * A column that a filter can name.
     *
     * @param title for the user
     * @param compares whether {@code <} and {@code >} mean something
     */
    record NamedColumn(String id, String title, boolean compares) {}

    /** Returns all columns that a filter can name. */
    List<NamedColumn> columns();

    /** Returns words that can be a value in the column of this id, those that are in the rows of now among them. */
    List<String> words(String column);
}
