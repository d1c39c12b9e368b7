// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.firewall.Block;
import org.portio.firewall.Direction;
import org.portio.firewall.ui.internal.Messages;

/**
 * An entry in the context menu of a connection.
 *
 * @param parameters of the command, by their ids
 */
public record ConnectionEntry(String label, String command, Map<String, String> parameters) {

    static final String BLOCK_COMMAND = "org.portio.firewall.ui.blockPort";
    public static final String PORT = "org.portio.firewall.ui.port";
    public static final String PROTOCOL = "org.portio.firewall.ui.protocol";
    public static final String DIRECTION = "org.portio.firewall.ui.direction";

    static final String UNBLOCK_COMMAND = "org.portio.firewall.ui.unblockPort";
    public static final String IDS = "org.portio.firewall.ui.ids";

    /** Returns the local port first, then the remote one, then what is blocked. */
    static List<ConnectionEntry> of(Connection connection, List<Block> blocks) {
        List<ConnectionEntry> entries = new ArrayList<>();
        Protocol protocol = connection.protocol();
        entries.add(block(Messages.ConnectionEntry_block, connection.local().port(), protocol, Direction.INBOUND));
        if (connection.remote() != null) {
            int remote = connection.remote().port();
            entries.add(block(Messages.ConnectionEntry_blockOutbound, remote, protocol, Direction.OUTBOUND));
        }
        BlockedConnections.blocking(connection, blocks).forEach(block -> entries.add(unblock(block)));
        return entries;
    }

    private static ConnectionEntry block(String label, int port, Protocol protocol, Direction direction) {
        Map<String, String> parameters =
                Map.of(PORT, String.valueOf(port), PROTOCOL, protocol.name(), DIRECTION, direction.name());
        return new ConnectionEntry(NLS.bind(label, port), BLOCK_COMMAND, parameters);
    }

    private static ConnectionEntry unblock(Block block) {
        String label = block.request().ports().isSingle()
                ? Messages.ConnectionEntry_unblock
                : Messages.ConnectionEntry_unblockRange;
        return new ConnectionEntry(
                NLS.bind(label, block.request().ports()),
                UNBLOCK_COMMAND,
                Map.of(IDS, block.id().toString()));
    }
}
