// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Connection;
import org.portio.firewall.Block;
import org.portio.firewall.Block.State;
import org.portio.ui.ConnectionColumnProvider;
import org.portio.ui.table.Column;

/**
 * The column Firewall of the view Connections. It knows PortIO's own blocks; where it is empty, a rule of somebody else may
 * still block, which only the whole of the system's rules would tell.
 */
@Component
public final class FirewallColumn implements ConnectionColumnProvider {

    private final BlockList list;

    @Activate
    public FirewallColumn(@Reference BlockList list) {
        this.list = list;
    }

    @Override
    public List<Column<Connection>> columns() {
        Column<Connection> column =
                Column.text("firewall", Messages.FirewallColumn_title, row -> text(row, list.blocks()));
        return List.of(column.wide(150));
    }

    static String text(Connection connection, List<Block> blocks) {
        List<Block> blocking = BlockedConnections.blocking(connection, blocks);
        List<Block> inForce = blocking.stream()
                .filter(block -> block.state() != State.MISSING)
                .toList();
        if (inForce.isEmpty()) {
            return blocking.isEmpty() ? "" : Messages.FirewallColumn_missing;
        }
        // A listener has only new connections to lose.
        boolean goesOn = connection.remote() != null
                && inForce.stream().noneMatch(block -> block.request().cutExisting());
        return goesOn ? Messages.FirewallColumn_onlyNew : Messages.FirewallColumn_blocked;
    }
}
