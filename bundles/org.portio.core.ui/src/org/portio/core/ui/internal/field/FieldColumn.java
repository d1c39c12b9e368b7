// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;
import org.portio.core.filter.FieldCells;
import org.portio.ui.table.Column;

/** The column of a field: the type of the field's values says what is shown and what the filter finds. */
public final class FieldColumn {

    private FieldColumn() {}

    /** Returns the column of a field that has a title. */
    public static Column<Connection> of(ConnectionField<?> field) {
        Column<Connection> column = shown(field);
        return field.id().equals("protocol")
                // The cell does not show the family, which comes second in the order of the field.
                ? column.orderedBy(Comparator.comparing(Connection::protocol))
                : column.orderedBy(field.comparator(false));
    }

    /** A few fields are read otherwise than their values are written. */
    private static Column<Connection> shown(ConnectionField<?> field) {
        String id = field.id();
        String title = field.title();
        return switch (id) {
            case "localPort", "remotePort" -> Column.port(id, title, row -> port(field.of(row)));
            case "process" -> Column.text(id, title, FieldCells::process);
            case "state" -> Column.words(id, title, Connection::stateText, FieldCells.STATES, FieldCells::state);
            default -> typed(field, id, title);
        };
    }

    private static Column<Connection> typed(ConnectionField<?> field, String id, String title) {
        if (field.type() == Endpoint.class) {
            return Column.address(id, title, row -> (Endpoint) field.of(row));
        }
        if (Number.class.isAssignableFrom(field.type())) {
            return Column.numbers(id, title, row -> numbers(field.all(row)));
        }
        Function<Connection, String> text = row -> FieldText.all(field, row);
        List<?> values = FieldText.allOf(field.type());
        return values.isEmpty()
                ? timed(field, Column.text(id, title, text))
                : Column.words(
                        id, title, text, values.stream().map(FieldText::of).toList());
    }

    /** Times and moments are compared, whatever the text says. */
    private static Column<Connection> timed(ConnectionField<?> field, Column<Connection> column) {
        return FieldCells.timed(field, column.text()::apply)
                .map(column::filteredBy)
                .orElse(column);
    }

    private static Long port(Object port) {
        return port == null ? null : ((Number) port).longValue();
    }

    private static List<Long> numbers(List<?> values) {
        return values.stream().map(value -> ((Number) value).longValue()).toList();
    }
}
