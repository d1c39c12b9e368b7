// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.system.User;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A column that connections are ordered by; {@code -} before its name turns the order around. */
public record SortKey(Column column, boolean descending) {

    /** The columns, each with the order of its values rather than that of their text. */
    enum Column {
        PROTO(descending -> descending ? (a, b) -> compareKinds(b, a) : Column::compareKinds),
        LOCAL(descending -> by(Connection::local, descending)),
        FOREIGN(descending -> by(Connection::remote, descending)),
        STATE(descending -> by(Connection::stateText, descending)),
        PID(descending -> by(Column::pid, descending)),
        PROCESS(descending -> by(Column::process, descending)),
        USER(descending -> by(Column::user, descending)),
        PORT(descending -> descending ? (a, b) -> comparePorts(b, a) : Column::comparePorts),
        NAMESPACE(descending -> by(Connection::namespace, descending));

        private final Function<Boolean, Comparator<Connection>> order;

        Column(Function<Boolean, Comparator<Connection>> order) {
            this.order = order;
        }

        // Not made by Comparator's own methods: Java's cache leaves out the classes of these, and each compares through
        // several calls, which 50,000 rows are long enough for to be felt.

        /** Rows whose value is null come last in both directions. */
        private static <T extends Comparable<T>> Comparator<Connection> by(
                Function<Connection, T> value, boolean descending) {
            return (a, b) -> {
                T left = value.apply(a);
                T right = value.apply(b);
                if (left == null || right == null) {
                    return Boolean.compare(left == null, right == null);
                }
                return descending ? right.compareTo(left) : left.compareTo(right);
            };
        }

        private static int compareKinds(Connection a, Connection b) {
            int byProtocol = a.protocol().compareTo(b.protocol());
            return byProtocol != 0 ? byProtocol : a.family().compareTo(b.family());
        }

        private static int comparePorts(Connection a, Connection b) {
            return Integer.compare(a.local().port(), b.local().port());
        }

        private static Long pid(Connection connection) {
            return connection.owners().isEmpty()
                    ? null
                    : connection.owners().getFirst().pid();
        }

        private static String process(Connection connection) {
            return connection.owners().isEmpty()
                    ? null
                    : connection.owners().getFirst().name().toLowerCase(Locale.ROOT);
        }

        private static String user(Connection connection) {
            User user = connection.user();
            return user == null ? null : user.name();
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Orders by the first key, then by the next one, at last by local port; without a key, rows stay as they are. */
    static Comparator<Connection> order(List<SortKey> keys) {
        List<Comparator<Connection>> orders =
                keys.stream().map(key -> key.column.order.apply(key.descending)).toList();
        return (a, b) -> {
            int result = 0;
            for (int i = 0; result == 0 && i < orders.size(); i++) {
                result = orders.get(i).compare(a, b);
            }
            return result != 0 || orders.isEmpty() ? result : Column.comparePorts(a, b);
        };
    }

    /** From {@code port} or {@code -port}. */
    static final class Converter implements ITypeConverter<SortKey> {
        @Override
        public SortKey convert(String text) {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            return Arrays.stream(Column.values())
                    .filter(column -> column.label().equalsIgnoreCase(name))
                    .map(column -> new SortKey(column, descending))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(unknown(text)));
        }

        private static String unknown(String text) {
            String known = Arrays.stream(Column.values()).map(Column::label).collect(Collectors.joining(", "));
            return "'" + text + "' is not a column; the columns are " + known;
        }
    }
}
