// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One word of a filter, with its parts in lower case.
 *
 * @param start where it begins in the filter
 * @param source as it is typed
 * @param negated whether an exclamation mark is before it
 * @param name what is before the first colon, {@code <}, {@code >} or {@code =} if that can be the name of a column;
 *     empty otherwise
 * @param operator that character; a blank if it has no name
 * @param words all after the exclamation mark, split at commas and bars
 * @param values the same of what is after the name and the colon or {@code =}; {@code <} and {@code >} are part of a value
 */
public record FilterTerm(
        int start,
        String source,
        boolean negated,
        String name,
        char operator,
        List<String> words,
        List<String> values) {

    private static final char QUOTE = '"';
    private static final String OPERATORS = ":<>=";

    /** A piece of a text, and where it begins there. */
    private record Piece(int start, String text) {}

    /** Makes one that is the whole filter. */
    public FilterTerm(
            String source, boolean negated, String name, char operator, List<String> words, List<String> values) {
        this(0, source, negated, name, operator, words, values);
    }

    /** Splits a filter at spaces that are not in quotes. A quote without its other reaches to the end. */
    public static List<FilterTerm> parse(String filter) {
        return split(filter, " \t\n\r\u00a0").stream()
                .filter(word -> !word.text().isEmpty())
                .map(FilterTerm::of)
                .toList();
    }

    /** Returns whether one of its values is an address with a port, or a port alone after a colon. */
    public boolean namesEnd() {
        return Stream.concat(words.stream(), values.stream()).anyMatch(FilterTerm::isEnd);
    }

    private static boolean isEnd(String word) {
        try {
            return WrittenEnd.parse(word).filter(end -> end.port() >= 0).isPresent();
        } catch (WrongFilterException _) {
            return false;
        }
    }

    private static FilterTerm of(Piece piece) {
        String word = piece.text();
        boolean negated = word.startsWith("!");
        String body = word.substring(negated ? 1 : 0).toLowerCase(Locale.ROOT);
        int end = nameLength(body);
        boolean named = end > 1 && end < body.length() && OPERATORS.indexOf(body.charAt(end)) >= 0;
        char operator = named ? body.charAt(end) : ' ';
        int start = operator == ':' || operator == '=' ? end + 1 : end;
        return new FilterTerm(
                piece.start(),
                word,
                negated,
                named ? body.substring(0, end) : "",
                operator,
                values(body),
                named ? values(body.substring(start)) : List.of());
    }

    /** One letter alone is the drive of a path rather than a name. */
    private static int nameLength(String body) {
        int end = 0;
        while (end < body.length() && (Character.isLetter(body.charAt(end)) || body.charAt(end) == '-' && end > 0)) {
            end++;
        }
        return end;
    }

    private static List<String> values(String text) {
        return split(text, ",|").stream()
                .map(piece -> unquoted(piece.text()))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<Piece> split(String text, String separators) {
        List<Piece> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            quoted ^= letter == QUOTE;
            if (!quoted && separators.indexOf(letter) >= 0) {
                parts.add(new Piece(from, text.substring(from, i)));
                from = i + 1;
            }
        }
        parts.add(new Piece(from, text.substring(from)));
        return parts;
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }
}
