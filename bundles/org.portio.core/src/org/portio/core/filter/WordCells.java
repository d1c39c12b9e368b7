// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Cells that hold one of a few words. Hyphens, underscores and blanks make no difference: {@code time_wait} is found in
 * TIME-WAIT.
 *
 * @param known every word that a cell can hold, as it is shown
 * @param synonyms from what the user has typed to the word that it stands for, or to itself
 */
public record WordCells<T>(Function<? super T, String> text, List<String> known, UnaryOperator<String> synonyms)
        implements Cells<T> {

    @Override
    public Predicate<T> plain(String word) {
        String wanted = canonical(word);
        return wanted.isEmpty()
                ? Cells.contains(text, word)
                : row -> canonical(text.apply(row)).contains(wanted);
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        String wanted = canonical(synonyms.apply(value));
        if (known.stream().noneMatch(word -> canonical(word).contains(wanted))) {
            throw new WrongFilterException(
                    "\"" + value + "\" is not a " + name + ". Values: " + String.join(", ", known) + ".");
        }
        return row -> canonical(text.apply(row)).contains(wanted);
    }

    private static String canonical(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        word.toLowerCase(Locale.ROOT)
                .chars()
                .filter(WordCells::counts)
                .forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static boolean counts(int letter) {
        return letter != '-' && letter != '_' && letter != ' ';
    }
}
