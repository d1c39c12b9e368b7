// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.function.Function;
import java.util.function.Predicate;

/** Cells of free text. */
record TextCells<T>(Function<? super T, String> text) implements Cells<T> {

    @Override
    public Predicate<T> plain(String word) {
        return Cells.contains(text, word);
    }

    @Override
    public Predicate<T> named(String name, String value) {
        return Cells.contains(text, value);
    }
}
