// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ILog;
import org.portio.core.Connection;
import org.portio.ui.table.Column;
import org.portio.ui.table.filter.Cells;
import org.portio.ui.table.filter.WrongFilterException;

/** A column of another bundle that may throw as it likes: the first time is logged, and it is empty from then on. */
final class TolerantColumn {

    private final String id;
    private volatile boolean broken;

    private TolerantColumn(String id) {
        this.id = id;
    }

    static Column<Connection> of(Column<Connection> column) {
        TolerantColumn guard = new TolerantColumn(column.id());
        return new Column<>(
                column.id(),
                column.title(),
                row -> guard.call(() -> column.text().apply(row), ""),
                row -> guard.call(() -> column.tip().apply(row), ""),
                guard.cells(column.cells()),
                // Broken amid a sort, it leaves rows in any order; the next refresh takes them all for equal.
                (a, b) -> guard.call(() -> column.order().compare(a, b), 0),
                row -> guard.call(() -> column.known().test(row), false),
                column.rightAligned(),
                column.width(),
                column.visible());
    }

    private Cells<Connection> cells(Cells<Connection> cells) {
        return new Cells<>() {
            @Override
            public Predicate<Connection> plain(String word) throws WrongFilterException {
                return tolerant(cells.plain(word));
            }

            @Override
            public Predicate<Connection> named(String name, String value) throws WrongFilterException {
                return tolerant(cells.named(name, value));
            }
        };
    }

    private Predicate<Connection> tolerant(Predicate<Connection> matching) {
        return row -> call(() -> matching.test(row), false);
    }

    private <R> R call(Supplier<R> value, R fallback) {
        if (broken) {
            return fallback;
        }
        try {
            return Objects.requireNonNull(value.get(), "a value of column " + id);
        } catch (RuntimeException e) {
            broken = true;
            ILog.of(TolerantColumn.class).error("Empty from now on is the column " + id, e);
            return fallback;
        }
    }
}
