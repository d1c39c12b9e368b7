// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Connection;
import org.portio.core.system.Subscription;
import org.portio.testing.Faults;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

class ContributedColumnsTest {

    private final ContributedColumns columns = new ContributedColumns();
    private final Connection row = Connections.listener(80);

    @Test
    void followTheViewsOwnByTheirRanking() {
        columns.addProvider(provider("low"), Map.of());
        columns.addProvider(provider("high"), Map.of("service.ranking", 10));

        assertEquals(List.of("own", "high", "low"), ids());
    }

    @Test
    void takeNoIdThatIsTaken() {
        columns.addProvider(provider("own"), Map.of());
        columns.addProvider(provider("mine"), Map.of());
        columns.addProvider(provider("mine"), Map.of());

        assertEquals(List.of("own", "mine"), ids());
    }

    @Test
    void goWithTheirProviderAndTellIt() {
        List<String> told = new ArrayList<>();
        Subscription subscription = columns.onChange(() -> told.add("changed"));
        ConnectionColumnProvider provider = provider("mine");

        columns.addProvider(provider, Map.of());
        columns.removeProvider(provider);
        subscription.close();
        columns.addProvider(provider, Map.of());

        assertEquals(2, told.size());
    }

    @Test
    void aProviderThatThrowsIsLeftOut() {
        columns.addProvider(
                () -> {
                    throw new IllegalStateException("broken");
                },
                Map.of());
        columns.addProvider(provider("mine"), Map.of());

        assertEquals(List.of("own", "mine"), ids());
    }

    @Test
    void aColumnThatThrowsIsEmpty() {
        Column<Connection> broken = Column.text("broken", "Broken", _ -> {
            throw new IllegalStateException("broken");
        });
        Column<Connection> none = Column.text("none", "None", _ -> null);
        columns.addProvider(() -> List.of(broken, none), Map.of());

        for (Column<Connection> column : columns.after(List.of())) {
            assertEquals("", column.text().apply(row));
            assertEquals(0, column.order(false).compare(row, row));
        }
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyProviderTakesNothingFromTheOthers(Faults fault) {
        assertTimeoutPreemptively(Faults.PATIENCE, () -> {
            columns.addProvider(fault::instead, Map.of("service.ranking", 9));
            columns.addProvider(provider("mine"), Map.of());
        });

        assertEquals(List.of("own", "mine"), ids());
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyColumnIsEmptyAndHoldsUpNobody(Faults fault) {
        Column<Connection> faulty = Column.text("faulty", "Faulty", _ -> fault.instead());
        columns.addProvider(() -> List.of(faulty), Map.of());
        Column<Connection> guarded = columns.after(List.of()).getFirst();

        assertTimeoutPreemptively(Faults.PATIENCE, () -> {
            for (int row = 0; row < 1000; row++) {
                assertEquals("", guarded.text().apply(this.row));
            }
        });
    }

    @Test
    void aProviderWithAColumnThatLacksAPartIsLeftOut() {
        columns.addProvider(() -> List.of(column("well"), Column.text(null, "No Id", _ -> "")), Map.of());

        assertEquals(List.of("own"), ids());
    }

    private List<String> ids() {
        return columns.after(List.of(column("own"))).stream().map(Column::id).toList();
    }

    private static ConnectionColumnProvider provider(String id) {
        return () -> List.of(column(id));
    }

    private static Column<Connection> column(String id) {
        return Column.text(id, id, _ -> id);
    }
}
