// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The language of filters: words separated by spaces, all of which must match, whatever their case.
 *
 * <ul>
 *   <li>{@code java} is found in the text of any column that is searched, and {@code "java -jar"} as it is in the quotes;
 *   <li>{@code state:listen} is found in one column, searched or not: that of this id, or else all whose id contains the
 *       name, so that {@code port:} stands for the local and the remote port;
 *   <li>{@code port:8080}, {@code port:8000-8100}, {@code port:1024-}, {@code port:>1024}, {@code bytes:>1M}, {@code rtt:<20ms},
 *       {@code processStartTime:<5m} compare if the column has numbers, amounts or times;
 *   <li>{@code 127.0.0.0/8}, {@code [::1]}, {@code 127.0.0.1:80}, {@code loopback} are addresses;
 *   <li>{@code port:80,443} and {@code state:listen|established} match if one of the values does;
 *   <li>{@code !} before any of these turns it around;
 *   <li>{@code process:node or port:80} matches if what is on one side of the word {@code or} does.
 * </ul>
 *
 * A filter that has no meaning is refused with the reason: it never just matches nothing.
 */
public final class Filter<T> {

    /** The word between alternatives, whatever its case. */
    public static final String OR = "or";

    private static final String ADDRESS_CHARACTERS = "0123456789abcdef.:/%";

    private final List<? extends FilterColumn<T>> columns;
    private final List<? extends FilterColumn<T>> searched;

    private Filter(List<? extends FilterColumn<T>> columns, List<? extends FilterColumn<T>> searched) {
        this.columns = columns;
        this.searched = searched;
    }

    /**
     * Returns what the filter chooses.
     *
     * @param columns all that it can name
     * @param searched those in which a word without a name is looked for
     */
    public static <T> Predicate<T> parse(
            String text, List<? extends FilterColumn<T>> columns, List<? extends FilterColumn<T>> searched)
            throws WrongFilterException {
        Filter<T> filter = new Filter<>(columns, searched);
        List<Predicate<T>> any = new ArrayList<>();
        for (List<FilterTerm> group : groups(text)) {
            any.add(filter.all(group));
        }
        return any.isEmpty() ? _ -> true : any(any);
    }

    /** Returns what stands between the words {@code or}; one of them that is still being typed stands for nothing. */
    private static List<List<FilterTerm>> groups(String text) {
        List<List<FilterTerm>> groups = new ArrayList<>(List.of(new ArrayList<>()));
        for (FilterTerm term : FilterTerm.parse(text)) {
            if (term.source().equalsIgnoreCase(OR)) {
                groups.add(new ArrayList<>());
            } else {
                groups.getLast().add(term);
            }
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private Predicate<T> all(List<FilterTerm> terms) throws WrongFilterException {
        // Lists, and no predicates that call each other: a text of any length may have been pasted.
        List<Predicate<T>> all = new ArrayList<>();
        for (FilterTerm term : terms) {
            try {
                all.add(term(term));
            } catch (WrongFilterException e) {
                throw e.in(term);
            }
        }
        return row -> all.stream().allMatch(term -> term.test(row));
    }

    /**
     * Parses a filter as far as it looks at these columns alone: a row that it chooses matches all parts of one of these
     * groups. A term that names another column is left out, and so is one that is not finished; a word without a name is only
     * looked for in them. There are no groups if the filter may choose any row, whatever these columns say.
     *
     * @param part the ids of these columns
     */
    public static <T> List<List<FilterPart<T>>> parts(
            String text,
            List<? extends FilterColumn<T>> columns,
            List<? extends FilterColumn<T>> searched,
            Predicate<String> part)
            throws WrongFilterException {
        Filter<T> filter = new Filter<>(
                columns,
                searched.stream().filter(column -> part.test(column.id())).toList());
        List<List<FilterPart<T>>> groups = new ArrayList<>();
        for (List<FilterTerm> group : groups(text)) {
            groups.add(filter.parts(group, part));
        }
        return groups.stream().anyMatch(List::isEmpty) ? List.of() : groups;
    }

    private List<FilterPart<T>> parts(List<FilterTerm> terms, Predicate<String> part) throws WrongFilterException {
        List<FilterPart<T>> parts = new ArrayList<>();
        for (FilterTerm term : terms) {
            try {
                part(term, part).ifPresent(parts::add);
            } catch (WrongFilterException e) {
                throw e.in(term);
            }
        }
        return parts;
    }

    private Optional<FilterPart<T>> part(FilterTerm term, Predicate<String> part) throws WrongFilterException {
        boolean isNamed = isNamed(term);
        List<? extends FilterColumn<T>> asked = isNamed ? comparable(term) : searched;
        if ((isNamed ? term.values() : term.words()).isEmpty()
                || !asked.stream().allMatch(column -> part.test(column.id()))) {
            return Optional.empty();
        }
        term(term); // refuses what has no meaning in any of its columns
        return Optional.of(new FilterPart<>(term.negated(), term.namesEnd(), alternatives(term, asked, isNamed)));
    }

    private static <T> List<FilterPart.Alternative<T>> alternatives(
            FilterTerm term, List<? extends FilterColumn<T>> asked, boolean isNamed) {
        List<FilterPart.Alternative<T>> alternatives = new ArrayList<>();
        for (FilterColumn<T> column : asked) {
            for (String value : isNamed ? term.values() : term.words()) {
                try {
                    Cells<T> cells = column.cells();
                    alternatives.add(new FilterPart.Alternative<>(
                            column.id(), isNamed ? cells.named(term.name(), value) : cells.plain(value)));
                } catch (WrongFilterException _) {
                    // It has a meaning in another column.
                }
            }
        }
        return alternatives;
    }

    private static <T> Predicate<T> any(List<Predicate<T>> terms) {
        return row -> terms.stream().anyMatch(term -> term.test(row));
    }

    private Predicate<T> term(FilterTerm term) throws WrongFilterException {
        Predicate<T> matching = isNamed(term) ? values(term) : words(term);
        return term.negated() ? matching.negate() : matching;
    }

    private boolean isNamed(FilterTerm term) {
        boolean address = term.source().chars().allMatch(letter -> ADDRESS_CHARACTERS.indexOf(letter) >= 0);
        return !named(term.name()).isEmpty()
                || term.operator() == ':' && !address && !WrittenEnd.isBeginOfALoopback(term.name());
    }

    private Predicate<T> values(FilterTerm term) throws WrongFilterException {
        List<? extends FilterColumn<T>> named = comparable(term);
        List<Predicate<T>> any = new ArrayList<>();
        any.add(_ -> term.values().isEmpty() && !term.negated());
        for (String value : term.values()) {
            any.add(value(named, term.name(), value));
        }
        return any(any);
    }

    private List<? extends FilterColumn<T>> comparable(FilterTerm term) throws WrongFilterException {
        List<? extends FilterColumn<T>> named = named(term.name());
        if (named.isEmpty()) {
            throw new WrongFilterException("there is no column \"" + term.name() + "\". Columns: " + ids(columns)
                            + ". To search for a text with a colon, put it in quotes.")
                    .about(term.name());
        }
        boolean compares = term.operator() == '<' || term.operator() == '>';
        if (compares && named.stream().noneMatch(column -> column.cells().compares())) {
            throw new WrongFilterException("\"" + term.name() + "\" has no numbers or times to compare.")
                    .about(term.name());
        }
        return named;
    }

    /**
     * Returns a predicate that accepts a row if one of several columns, as for {@code local:127.0.0.1}, matches the
     * value.
     */
    private static <T> Predicate<T> value(List<? extends FilterColumn<T>> named, String name, String value)
            throws WrongFilterException {
        List<WrongFilterException> refusals = new ArrayList<>();
        Predicate<T> any = _ -> false;
        for (FilterColumn<T> column : named) {
            try {
                any = any.or(column.cells().named(name, value));
            } catch (WrongFilterException e) {
                refusals.add(e);
            }
        }
        if (refusals.size() == named.size()) {
            throw refusals.getFirst().about(value);
        }
        return any;
    }

    private Predicate<T> words(FilterTerm term) throws WrongFilterException {
        if (term.words().isEmpty() && term.source().matches("!?[|,]+")) {
            throw new WrongFilterException(
                    "a comma or bar stands between values without spaces, such as in state:listen,established.");
        }
        List<Predicate<T>> any = new ArrayList<>();
        any.add(_ -> term.words().isEmpty() && !term.negated());
        for (String word : term.words()) {
            for (FilterColumn<T> column : searched) {
                any.add(plain(column, word));
            }
        }
        return any(any);
    }

    private static <T> Predicate<T> plain(FilterColumn<T> column, String word) throws WrongFilterException {
        try {
            return column.cells().plain(word);
        } catch (WrongFilterException e) {
            throw e.about(word);
        }
    }

    private List<? extends FilterColumn<T>> named(String name) {
        String wanted = name.replace("-", "");
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<? extends FilterColumn<T>> exact = columns.stream()
                .filter(column -> column.id().equalsIgnoreCase(wanted))
                .toList();
        return exact.isEmpty()
                ? columns.stream()
                        .filter(column -> column.id().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : exact;
    }

    private static <T> String ids(List<? extends FilterColumn<T>> columns) {
        return columns.stream().map(FilterColumn::id).collect(Collectors.joining(", "));
    }
}
