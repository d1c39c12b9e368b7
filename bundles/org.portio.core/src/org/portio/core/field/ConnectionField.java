// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;

/**
 * One field of a connection: what it is called, how its value is read, and how connections are ordered by it.
 *
 * @param id its name in JSON, in CSV and in the filter of the window, such as {@code localPort}; never changes
 * @param title its title in the window; null if only programs read it
 * @param type class of its values, which says how the window shows and filters them
 * @param value reads it; gives null if it is not known
 * @param ofOwner reads it of one process if it is a field of the owners, whose first one {@code value} asks; else null
 * @param order null if nothing is sorted by it
 * @param listing what the command line makes of it; null for nothing
 */
public record ConnectionField<T>(
        String id,
        String title,
        Class<?> type,
        Function<Connection, T> value,
        Function<ProcessInfo, T> ofOwner,
        Order order,
        Listing listing) {

    /** An order of connections in either direction. */
    @FunctionalInterface
    interface Order {
        Comparator<Connection> in(boolean descending);
    }

    /**
     * A field on the command line.
     *
     * @param heading its title in the table of {@code list}; null if it has no column there
     * @param sortName what {@code --sort} calls it
     */
    public record Listing(String heading, String sortName) {}

    /** Makes a field of the socket, sorted by its value; connections without one come last in both directions. */
    public static <T extends Comparable<T>> ConnectionField<T> of(
            String id, Class<T> type, Function<Connection, T> value) {
        return new ConnectionField<>(id, null, type, value, null, null, null).sortedBy(value);
    }

    /** Makes a field of the processes that have the socket, sorted by the value of the first one. */
    static <T extends Comparable<T>> ConnectionField<T> ofOwner(
            String id, Class<T> type, Function<ProcessInfo, T> value) {
        Function<Connection, T> first = socket ->
                socket.owners().isEmpty() ? null : value.apply(socket.owners().getFirst());
        return new ConnectionField<>(id, null, type, first, value, null, null).sortedBy(first);
    }

    /** Makes a field that is not sorted by, such as a list. */
    static <T> ConnectionField<T> unsorted(String id, Class<?> type, Function<Connection, T> value) {
        return new ConnectionField<>(id, null, type, value, null, null, null);
    }

    /** Returns the same field with a title, by which people see it. */
    public ConnectionField<T> titled(String newTitle) {
        return new ConnectionField<>(id, newTitle, type, value, ofOwner, order, listing);
    }

    /** Returns the same field with a name for {@code --sort}, but no column in the command line's table. */
    ConnectionField<T> sortedAs(String sortName) {
        return listed(null, sortName);
    }

    /** Returns the same field with a column in the command line's table and a name for {@code --sort}. */
    ConnectionField<T> listed(String heading, String sortName) {
        return new ConnectionField<>(id, title, type, value, ofOwner, order, new Listing(heading, sortName));
    }

    /** Returns the same field, sorted by these keys; connections whose key is null come last in both directions. */
    <K extends Comparable<K>> ConnectionField<T> sortedBy(Function<Connection, K> key) {
        return sortedBy(key, Comparator.naturalOrder());
    }

    /** Returns the same field, sorted by these keys in this order; connections whose key is null come last, too. */
    <K> ConnectionField<T> sortedBy(Function<Connection, K> key, Comparator<K> keys) {
        return new ConnectionField<>(id, title, type, value, ofOwner, descending -> by(key, keys, descending), listing);
    }

    /** Returns the same field, sorted by an order that all connections have a place in. */
    ConnectionField<T> ordered(Comparator<Connection> all) {
        return new ConnectionField<>(
                id, title, type, value, ofOwner, descending -> descending ? (a, b) -> all.compare(b, a) : all, listing);
    }

    /** Returns the same field, sorted by its text without regard to case. */
    ConnectionField<T> ignoringCase() {
        return sortedBy(socket -> {
            T text = value.apply(socket);
            return text == null ? null : text.toString().toLowerCase(Locale.ROOT);
        });
    }

    /** Returns the value for this connection, that of the first owner for a field of the owners; null if it is not known. */
    public T of(Connection connection) {
        return value.apply(connection);
    }

    /** Compares by identity, for each field is there once: Java spins a dozen classes to compare the parts of a record. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns all that is known: the values of all owners, each once, for a field of the owners, else the one value. */
    public List<T> all(Connection connection) {
        if (ofOwner != null && connection.owners().size() > 1) {
            return connection.owners().stream()
                    .map(ofOwner)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
        T only = of(connection);
        return only == null ? List.of() : List.of(only);
    }

    /** Returns whether connections are sorted by it. */
    public boolean isSortable() {
        return order != null;
    }

    /** Returns the order by this field; only for one that connections are sorted by. */
    public Comparator<Connection> comparator(boolean descending) {
        return order.in(descending);
    }

    // Not made by Comparator's own methods: Java's cache leaves out the classes of these, and each compares through
    // several calls, which 50,000 rows are long enough for to be felt.
    private static <K> Comparator<Connection> by(Function<Connection, K> key, Comparator<K> keys, boolean descending) {
        return (a, b) -> {
            K left = key.apply(a);
            K right = key.apply(b);
            if (left == null || right == null) {
                return Boolean.compare(left == null, right == null);
            }
            return descending ? keys.compare(right, left) : keys.compare(left, right);
        };
    }
}
