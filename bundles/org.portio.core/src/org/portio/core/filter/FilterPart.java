// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.List;
import java.util.function.Predicate;

/**
 * One term of a filter, all of which a row must match, for a source with more rows than a table can have: it can be asked column by
 * column.
 *
 * @param negated whether a row must not match
 * @param namesEnd whether it may be about an address and a port that belong together, as in {@code 127.0.0.1:80}
 * @param alternatives by column; a row matches if one of them does
 */
public record FilterPart<T>(boolean negated, boolean namesEnd, List<Alternative<T>> alternatives) {

    /**
     * A way to match.
     *
     * @param column the id of the column that it looks at
     */
    public record Alternative<T>(String column, Predicate<T> matching) {}

    public FilterPart {
        alternatives = List.copyOf(alternatives);
    }

    /** Returns whether the term looks at any of these columns. */
    public boolean looksAt(Predicate<String> columns) {
        return alternatives.stream().anyMatch(one -> columns.test(one.column()));
    }

    /** Returns whether a row matches the term, negated or not, as far as it looks at these columns. */
    public Predicate<T> matching(Predicate<String> columns) {
        List<Predicate<T>> any = alternatives.stream()
                .filter(one -> columns.test(one.column()))
                .map(Alternative::matching)
                .toList();
        return row -> any.stream().anyMatch(one -> one.test(row)) != negated;
    }
}
