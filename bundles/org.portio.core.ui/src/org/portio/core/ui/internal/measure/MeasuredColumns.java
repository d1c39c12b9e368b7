// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.UnitText;
import org.portio.core.filter.Cells;
import org.portio.core.filter.FieldCells;
import org.portio.core.filter.NumberCells;
import org.portio.ui.TimeText;
import org.portio.ui.table.Column;

/** The columns of what is measured, with units, as the filter has them as well. */
public final class MeasuredColumns {

    private static final int WIDTH = 100;

    private MeasuredColumns() {}

    /** Returns the columns, all of which are hidden until the user wants them. */
    public static List<Column<Connection>> of(LiveMeasurements live) {
        List<Column<Connection>> columns = new ArrayList<>();
        for (ConnectionField<Long> field : live.fields()) {
            columns.add(of(live, field));
        }
        columns.add(age(live));
        return columns;
    }

    private static Column<Connection> of(LiveMeasurements live, ConnectionField<Long> field) {
        ConnectionField<Long> known = ConnectionField.of(field.id(), Long.class, row -> live.value(field, row));
        Function<Connection, String> text = text(known::of, value -> UnitText.of(field.id(), value));
        Cells<Connection> cells = FieldCells.timed(known, text).orElseGet(() -> amounts(text, known));
        return column(field.id(), field.title(), text, cells, nullsLast(known::of, Comparator.<Long>naturalOrder()));
    }

    /** Returns cells in which the filter compares the amounts, and finds the text. */
    private static Cells<Connection> amounts(Function<Connection, String> text, ConnectionField<Long> field) {
        return new NumberCells<>(
                text,
                (row, first, last) -> {
                    Long known = field.of(row);
                    return known != null && first <= known && known <= last;
                },
                NumberCells.UNLIMITED);
    }

    private static Column<Connection> age(LiveMeasurements live) {
        Function<Connection, String> text = text(live::age, UnitText::seconds);
        Cells<Connection> cells = NumberCells.ofDurations(text, row -> {
            Long age = live.age(row);
            return age == null ? List.of() : List.of(Duration.ofSeconds(age));
        });
        // Ordered by what does not change while it is compared.
        Comparator<Connection> order = nullsLast(live::seen, Comparator.<Instant>reverseOrder());
        return column("age", Messages.MeasuredColumns_age, text, cells, order).withTip(row -> seen(live, row));
    }

    /** Returns an order by a value that may have become unknown since it was looked at. */
    private static <K> Comparator<Connection> nullsLast(Function<Connection, K> key, Comparator<K> order) {
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }

    private static Function<Connection, String> text(Function<Connection, Long> value, LongFunction<String> shown) {
        return row -> {
            Long known = value.apply(row);
            return known == null ? "" : shown.apply(known);
        };
    }

    private static String seen(LiveMeasurements live, Connection row) {
        return live.seen(row) == null
                ? ""
                : NLS.bind(Messages.MeasuredColumns_seen, TimeText.moment(live.seen(row), ZoneId.systemDefault()));
    }

    private static Column<Connection> column(
            String id,
            String title,
            Function<Connection, String> text,
            Cells<Connection> cells,
            Comparator<Connection> order) {
        return new Column<>(
                id, title, text, _ -> "", cells, order, row -> !text.apply(row).isEmpty(), true, WIDTH, false);
    }
}
