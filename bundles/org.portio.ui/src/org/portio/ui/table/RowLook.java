// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The looks of rows.
 *
 * @param background gives the id of a theme colour, or null for none
 * @param dimmed chooses the rows in paler text, which are no longer there
 */
public record RowLook<T>(Function<? super T, String> background, Predicate<? super T> dimmed) {

    /** Returns one in which rows have these backgrounds, and none is dimmed. */
    public static <T> RowLook<T> coloured(Function<? super T, String> background) {
        return new RowLook<>(background, _ -> false);
    }
}
