// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields.Listed;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A column that connections are ordered by; {@code -} before its name turns the order around. */
public record SortKey(ConnectionField<?> field, boolean descending) {

    /** Orders by the first key, then by the next one, at last by local port; without a key, rows stay as they are. */
    static Comparator<Connection> order(List<SortKey> keys) {
        List<Comparator<Connection>> orders =
                keys.stream().map(key -> key.field.comparator(key.descending)).toList();
        Comparator<Connection> byPort = Listed.LOCAL_PORT.comparator(false);
        return (a, b) -> {
            int result = 0;
            for (int i = 0; result == 0 && i < orders.size(); i++) {
                result = orders.get(i).compare(a, b);
            }
            return result != 0 || orders.isEmpty() ? result : byPort.compare(a, b);
        };
    }

    /** Returns the names of all fields that connections can be ordered by, separated by commas. */
    static String names() {
        return Listed.ALL.stream().map(field -> field.listing().sortName()).collect(Collectors.joining(", "));
    }

    /**
     * Reads {@code port} or {@code -port}.
     *
     * @param further looks for a field of a name that is not in the list; it may be one that nothing is sorted by
     */
    record Converter(Function<String, Optional<ConnectionField<?>>> further) implements ITypeConverter<SortKey> {

        @Override
        public SortKey convert(String text) {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            return Listed.ALL.stream()
                    .filter(field -> name.equalsIgnoreCase(field.listing().sortName()))
                    .<ConnectionField<?>>map(field -> field)
                    .findFirst()
                    .or(() -> further.apply(name).filter(ConnectionField::isSortable))
                    .map(field -> new SortKey(field, descending))
                    .orElseThrow(() -> new TypeConversionException(unknown(text)));
        }

        private static String unknown(String text) {
            return "'" + text + "' is not a valid column; choose from " + names() + ", or a column of --columns";
        }
    }
}
