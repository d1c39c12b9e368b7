// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.swt.graphics.Image;

/**
 * The looks of rows. They are asked for on the UI thread, and only for rows in sight.
 *
 * @param background gives the id of a theme colour, or null for none
 * @param dimmed chooses the rows in paler text, such as those that are no longer there
 * @param images gives the small image before the text of a cell, or null for none; by the id of the column
 */
public record RowLook<T>(
        Function<? super T, String> background,
        Predicate<? super T> dimmed,
        Map<String, Function<? super T, Image>> images) {

    public RowLook {
        images = Map.copyOf(images);
    }

    /** Returns one in which rows have these backgrounds, none is dimmed and no cell has an image. */
    public static <T> RowLook<T> coloured(Function<? super T, String> background) {
        return new RowLook<>(background, _ -> false, Map.of());
    }
}
