// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

/** Adds a column that says what a team uses the local port for. */
@Component(property = ConnectionColumnProvider.ANSWERS_AT_ONCE + ":Boolean=true")
public final class PurposeColumn implements ConnectionColumnProvider {

    private static final Map<Integer, String> PURPOSES = Map.of(
            3000, "web, development",
            5432, "database",
            8080, "web, tests");

    @Override
    public List<Column<Connection>> columns() {
        return List.of(Column.text("purpose", "Purpose", PurposeColumn::purpose));
    }

    private static String purpose(Connection connection) {
        return PURPOSES.getOrDefault(connection.local().port(), "");
    }
}
