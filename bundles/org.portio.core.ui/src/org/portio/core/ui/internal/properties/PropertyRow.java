// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jface.viewers.IElementComparer;

/**
 * A row of the tree.
 *
 * @param line null for the row of the category itself
 */
record PropertyRow(PropertyCategory category, PropertyLine line) {

    /** Identifies a row across refreshes and connections. */
    private record Key(String category, String line) {}

    /** Rows are the same by what they are on, whatever their values. */
    static final IElementComparer SAME = new IElementComparer() {

        @Override
        public boolean equals(Object a, Object b) {
            return Objects.equals(key(a), key(b));
        }

        @Override
        public int hashCode(Object element) {
            return Objects.hashCode(key(element));
        }

        private static Object key(Object element) {
            return element instanceof PropertyRow row ? row.key() : element;
        }
    };

    static PropertyRow of(PropertyCategory category) {
        return new PropertyRow(category, null);
    }

    private Key key() {
        return new Key(category.id(), line == null ? null : line.name());
    }

    boolean isCategory() {
        return line == null;
    }

    List<PropertyRow> children() {
        return isCategory()
                ? category.lines().stream()
                        .map(child -> new PropertyRow(category, child))
                        .toList()
                : List.of();
    }

    String name() {
        return isCategory() ? category.title() : line.name();
    }

    String value() {
        return isCategory() ? "" : line.value();
    }

    /**
     * Returns rows as text for the clipboard. One line alone gives its value, which is what somebody pastes into a command;
     * several, or a category for its lines, give name and value each.
     */
    static String copy(List<PropertyRow> rows) {
        if (rows.size() == 1 && !rows.getFirst().isCategory()) {
            return rows.getFirst().value();
        }
        return rows.stream()
                .flatMap(row -> row.isCategory() ? row.children().stream() : Stream.of(row))
                .distinct()
                .map(row -> row.name() + "\t" + row.value())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    static Object[] of(Collection<PropertyCategory> categories) {
        return categories.stream().map(PropertyRow::of).toArray();
    }
}
