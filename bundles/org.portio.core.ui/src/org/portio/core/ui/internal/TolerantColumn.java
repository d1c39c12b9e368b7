// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.filter.Cells;
import org.portio.core.filter.WrongFilterException;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contribution.Answer;
import org.portio.core.system.Contribution.Fault;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

/**
 * A column of another bundle that may be as faulty as it likes: once it has thrown, answered null or made others wait for half of
 * the time, it is empty, and while it is late its cells are. It knows the present alone: of the past, they are empty as well.
 */
final class TolerantColumn {

    /** The UI thread waits for it. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final Contribution<ConnectionColumnProvider> provider;
    private final boolean answersAtOnce;
    private final BooleanSupplier isPast;
    private final Patience patience = new Patience();
    private volatile boolean broken;

    private TolerantColumn(
            Contribution<ConnectionColumnProvider> provider, boolean answersAtOnce, BooleanSupplier isPast) {
        this.provider = provider;
        this.answersAtOnce = answersAtOnce;
        this.isPast = isPast;
    }

    /** Around one that has all its parts. */
    static Column<Connection> of(
            Column<Connection> column,
            Contribution<ConnectionColumnProvider> provider,
            boolean answersAtOnce,
            BooleanSupplier isPast) {
        TolerantColumn guard = new TolerantColumn(provider, answersAtOnce, isPast);
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

    /** Returns the column; throws if a part is missing. */
    static Column<Connection> complete(Column<Connection> column) {
        Stream.of(
                        column.id(),
                        column.title(),
                        column.text(),
                        column.tip(),
                        column.cells(),
                        column.order(),
                        column.known())
                .forEach(Objects::requireNonNull);
        return column;
    }

    /** Makes the condition of a word in the filter. */
    @FunctionalInterface
    private interface Condition {
        Predicate<Connection> make() throws WrongFilterException;
    }

    private Cells<Connection> cells(Cells<Connection> cells) {
        return new Cells<>() {
            @Override
            public Predicate<Connection> plain(String word) throws WrongFilterException {
                return tolerant(() -> cells.plain(word));
            }

            @Override
            public Predicate<Connection> named(String name, String value) throws WrongFilterException {
                return tolerant(() -> cells.named(name, value));
            }

            @Override
            public boolean compares() {
                return call(cells::compares, false);
            }

            @Override
            public List<String> known() {
                return call(cells::known, List.of());
            }
        };
    }

    private Predicate<Connection> tolerant(Condition condition) throws WrongFilterException {
        WrongFilterException[] wrong = new WrongFilterException[1];
        Predicate<Connection> matching = call(
                () -> {
                    try {
                        return condition.make();
                    } catch (WrongFilterException e) {
                        wrong[0] = e;
                        return _ -> false;
                    }
                },
                _ -> false);
        if (wrong[0] != null) {
            throw wrong[0];
        }
        return row -> call(() -> matching.test(row), false);
    }

    private <R> R call(Supplier<R> value, R fallback) {
        if (broken || isPast.getAsBoolean()) {
            return fallback;
        }
        long begun = System.nanoTime();
        Answer<R> answer = answersAtOnce ? provider.askHere(_ -> value.get()) : provider.ask(LIMIT, _ -> value.get());
        broken |= answer.fault() == Fault.THREW || answer.fault() == Fault.NULL;
        if (patience.isOverAfter(System.nanoTime() - begun)) {
            broken = true;
            provider.tellSlow(Patience.PERIOD);
        }
        return answer.or(fallback);
    }
}
