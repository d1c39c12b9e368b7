// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.util.List;
import java.util.function.Predicate;
import org.portio.core.filter.Cells;
import org.portio.core.filter.WrongFilterException;

/**
 * Cells in which a word is looked for otherwise if the name of their column is before it.
 *
 * @param words where a word without a name is looked for
 * @param all where a word with the name is
 */
record ByName<T>(Cells<T> words, Cells<T> all) implements Cells<T> {

    @Override
    public Predicate<T> plain(String word) throws WrongFilterException {
        return words.plain(word);
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        return all.named(name, value);
    }

    @Override
    public boolean compares() {
        return all.compares();
    }

    @Override
    public List<String> known() {
        return all.known();
    }
}
