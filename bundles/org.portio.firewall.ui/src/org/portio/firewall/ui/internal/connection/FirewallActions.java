// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Connection;
import org.portio.firewall.Block;
import org.portio.firewall.Direction;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** Blocks and unblocks the ports of a connection, from its context menu. */
@Component(property = "service.ranking:Integer=30")
public final class FirewallActions implements ConnectionActionProvider {

    static final String BLOCK_COMMAND = "org.portio.firewall.ui.blockPort";
    public static final String PORT = "org.portio.firewall.ui.port";
    public static final String PROTOCOL = "org.portio.firewall.ui.protocol";
    public static final String DIRECTION = "org.portio.firewall.ui.direction";
    static final String UNBLOCK_COMMAND = "org.portio.firewall.ui.unblockPort";
    public static final String IDS = "org.portio.firewall.ui.ids";

    private final BlockList list;

    @Activate
    public FirewallActions(@Reference BlockList list) {
        this.list = list;
    }

    @Override
    public List<ConnectionAction> actions(List<Connection> selected) {
        return selected.size() == 1 ? of(selected.getFirst(), list.blocks()) : List.of();
    }

    /** Returns the local port first, then the remote one, then what is blocked. */
    static List<ConnectionAction> of(Connection connection, List<Block> blocks) {
        List<ConnectionAction> actions = new ArrayList<>();
        actions.add(block(
                connection, Messages.FirewallActions_block, connection.local().port(), Direction.INBOUND));
        if (connection.remote() != null) {
            int remote = connection.remote().port();
            actions.add(block(connection, Messages.FirewallActions_blockOutbound, remote, Direction.OUTBOUND));
        }
        BlockedConnections.blocking(connection, blocks).forEach(block -> actions.add(unblock(block)));
        return actions;
    }

    private static ConnectionAction block(Connection connection, String label, int port, Direction direction) {
        Map<String, String> parameters = Map.of(
                PORT, String.valueOf(port), PROTOCOL, connection.protocol().name(), DIRECTION, direction.name());
        // Another network namespace has a firewall of its own.
        String whyNot = connection.namespace().isEmpty() ? "" : Messages.FirewallActions_otherNamespace;
        return new ConnectionAction(NLS.bind(label, port), BLOCK_COMMAND, parameters, whyNot);
    }

    private static ConnectionAction unblock(Block block) {
        String label = block.request().ports().isSingle()
                ? Messages.FirewallActions_unblock
                : Messages.FirewallActions_unblockRange;
        return new ConnectionAction(
                NLS.bind(label, block.request().ports()),
                UNBLOCK_COMMAND,
                Map.of(IDS, block.id().toString()));
    }
}
