// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Connection;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

/** The column Firewall of the view Connections. */
@Component(property = ConnectionColumnProvider.ANSWERS_AT_ONCE + ":Boolean=true")
public final class FirewallColumn implements ConnectionColumnProvider {

    private final BlockList list;

    @Activate
    public FirewallColumn(@Reference BlockList list) {
        this.list = list;
    }

    @Override
    public List<Column<Connection>> columns() {
        Column<Connection> column = Column.text(
                "firewall",
                Messages.FirewallColumn_title,
                row -> FirewallCell.of(row, list.blocks(), list.outlook()).text());
        return List.of(column.withTip(this::tip).wide(170));
    }

    private String tip(Connection row) {
        return FirewallCell.of(row, list.state().rows(), list.outlook()).tip();
    }
}
