// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.ui.internal.filter.FilterContext.NamedColumn;

/**
 * Finds what can be typed at a place of a filter: names of columns, and behind one of them its values.
 *
 * @param context of the rows
 */
record Proposals(FilterContext context) {

    /** More are not read: typing another letter is faster. */
    static final int MOST = 60;

    private static final int SHORTEST_COMMON = 3;
    private static final String OPERATORS = ":<>=";
    private static final String VALUE_SEPARATORS = ",|";
    private static final String QUOTED = " ,|\"";

    /** A piece of the filter that is being typed. */
    private record Piece(int start, int end, String typed) {}

    /** Returns what can be typed at the caret; nothing in quotes. */
    List<Proposal> at(String filter, int caret) {
        int start = start(filter, caret);
        if (filter.substring(start, caret).indexOf('"') >= 0) {
            return List.of();
        }
        String term = filter.substring(start, caret);
        int body = term.startsWith("!") ? 1 : 0;
        int operator = operator(term, body);
        return operator < 0
                ? names(new Piece(start + body, end(filter, caret, ""), lower(term.substring(body))))
                : values(filter, caret, lower(term.substring(body, operator)), start + operator);
    }

    /** Returns where the term around the caret begins. */
    private static int start(String filter, int caret) {
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < caret; i++) {
            quoted ^= filter.charAt(i) == '"';
            start = !quoted && Character.isWhitespace(filter.charAt(i)) ? i + 1 : start;
        }
        return start;
    }

    private static int end(String filter, int caret, String separators) {
        int end = caret;
        while (end < filter.length()
                && !Character.isWhitespace(filter.charAt(end))
                && separators.indexOf(filter.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int operator(String term, int body) {
        for (int i = body; i < term.length(); i++) {
            if (OPERATORS.indexOf(term.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private List<Proposal> names(Piece piece) {
        Map<String, String> titles = new LinkedHashMap<>();
        context.columns().forEach(column -> titles.put(column.id(), column.title()));
        common().forEach(titles::putIfAbsent);
        return titles.entrySet().stream()
                .filter(name -> isMeant(name.getKey(), name.getValue(), piece.typed()))
                .sorted((a, b) -> Boolean.compare(begins(b, piece.typed()), begins(a, piece.typed())))
                .limit(MOST)
                .map(name -> new Proposal(
                        name.getKey() + ":", name.getKey() + ":  " + name.getValue(), piece.start(), piece.end(), true))
                .toList();
    }

    private static boolean begins(Map.Entry<String, String> name, String typed) {
        return lower(name.getKey()).startsWith(typed);
    }

    private static boolean isMeant(String id, String title, String typed) {
        return lower(id).contains(typed) || lower(title).contains(typed);
    }

    /** Returns words that several ids have, such as {@code port}, with the titles of these columns. */
    private Map<String, String> common() {
        Map<String, Set<String>> titles = new LinkedHashMap<>();
        for (NamedColumn column : context.columns()) {
            for (String word : column.id().split("(?=\\p{Lu})")) {
                if (word.length() >= SHORTEST_COMMON) {
                    titles.computeIfAbsent(lower(word), _ -> new LinkedHashSet<>())
                            .add(column.title());
                }
            }
        }
        Map<String, String> common = new LinkedHashMap<>();
        titles.forEach((word, all) -> {
            if (all.size() > 1) {
                common.put(word, String.join(", ", all));
            }
        });
        return common;
    }

    private List<Proposal> values(String filter, int caret, String name, int operator) {
        int from = operator + 1;
        for (int i = from; i < caret; i++) {
            from = VALUE_SEPARATORS.indexOf(filter.charAt(i)) >= 0 ? i + 1 : from;
        }
        Piece piece = new Piece(from, end(filter, caret, VALUE_SEPARATORS), lower(filter.substring(from, caret)));
        List<String> words = named(name).stream()
                .flatMap(column -> context.words(column.id()).stream())
                .distinct()
                .filter(word -> lower(word).contains(piece.typed()))
                .toList();
        List<String> ordered = new ArrayList<>(words);
        ordered.sort((a, b) -> Boolean.compare(lower(b).startsWith(piece.typed()), lower(a).startsWith(piece.typed())));
        boolean isComplete = words.stream().anyMatch(word -> lower(word).equals(piece.typed()));
        return words.size() == 1 && isComplete
                ? List.of()
                : ordered.stream().limit(MOST).map(word -> value(word, piece)).toList();
    }

    private static Proposal value(String word, Piece piece) {
        boolean needsQuotes = word.chars().anyMatch(letter -> QUOTED.indexOf(letter) >= 0);
        String text = needsQuotes ? "\"" + word.replace("\"", "") + "\"" : word;
        return new Proposal(text, word, piece.start(), piece.end(), false);
    }

    private List<NamedColumn> named(String name) {
        Stream<NamedColumn> exact =
                context.columns().stream().filter(column -> lower(column.id()).equals(name));
        List<NamedColumn> found = exact.toList();
        return found.isEmpty()
                ? context.columns().stream()
                        .filter(column -> !name.isEmpty() && lower(column.id()).contains(name))
                        .toList()
                : found;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
