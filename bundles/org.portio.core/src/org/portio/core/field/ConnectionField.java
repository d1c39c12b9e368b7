// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.Comparator;
import java.util.function.Function;
import org.portio.core.Connection;

/**
 * One field of a connection: what it is called, how its value is read, and how connections are ordered by it.
 *
 * @param id its name in JSON and CSV, such as {@code localPort}; never changes
 * @param heading its title in the command line's table; null if it has no column there
 * @param sortName what {@code --sort} calls it; null if nothing is sorted by it
 * @param value reads it; gives null if it is not known
 * @param order null if nothing is sorted by it
 */
public record ConnectionField<T>(
        String id, String heading, String sortName, Function<Connection, T> value, Order order) {

    /** An order of connections in either direction. */
    @FunctionalInterface
    interface Order {
        Comparator<Connection> in(boolean descending);
    }

    static <T> ConnectionField<T> of(String id, Function<Connection, T> value) {
        return new ConnectionField<>(id, null, null, value, null);
    }

    /** Makes a field that connections are sorted by, too; those whose value is null come last in both directions. */
    static <K extends Comparable<K>> ConnectionField<K> sorted(
            String id, String sortName, Function<Connection, K> value) {
        return of(id, value).sortedBy(sortName, value);
    }

    /** Returns the same field with a column in the command line's table. */
    ConnectionField<T> titled(String newHeading) {
        return new ConnectionField<>(id, newHeading, sortName, value, order);
    }

    /** Returns the same field, sorted by these keys; connections whose key is null come last in both directions. */
    <K extends Comparable<K>> ConnectionField<T> sortedBy(String newName, Function<Connection, K> key) {
        return new ConnectionField<>(id, heading, newName, value, descending -> by(key, descending));
    }

    /** Returns the same field, sorted by an order that all connections have a place in. */
    ConnectionField<T> ordered(String newName, Comparator<Connection> all) {
        return new ConnectionField<>(
                id, heading, newName, value, descending -> descending ? (a, b) -> all.compare(b, a) : all);
    }

    /** Returns the value for this connection; null if it is not known. */
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

    /** Returns the order by this field; only for one with a {@link #sortName}. */
    public Comparator<Connection> comparator(boolean descending) {
        return order.in(descending);
    }

    // Not made by Comparator's own methods: Java's cache leaves out the classes of these, and each compares through
    // several calls, which 50,000 rows are long enough for to be felt.
    private static <K extends Comparable<K>> Comparator<Connection> by(
            Function<Connection, K> key, boolean descending) {
        return (a, b) -> {
            K left = key.apply(a);
            K right = key.apply(b);
            if (left == null || right == null) {
                return Boolean.compare(left == null, right == null);
            }
            return descending ? right.compareTo(left) : left.compareTo(right);
        };
    }
}
