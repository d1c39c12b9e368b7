// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.AddressFamily;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.firewall.Block;
import org.portio.firewall.Block.State;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.ui.ConnectionColumnProvider;
import org.portio.ui.table.Column;

/**
 * The column Firewall of the view Connections: PortIO's own blocks, and for sockets that wait for other machines, what the
 * rules of everybody say together. Where it is empty, that cannot be told: this user may not see the rules, or they look at
 * more than protocol and port.
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
                Column.text("firewall", Messages.FirewallColumn_title, row -> text(row, list.latest()));
        return List.of(column.wide(170));
    }

    static String text(Connection connection, FirewallState state) {
        List<Block> blocking = BlockedConnections.blocking(connection, state.blocks());
        List<Block> inForce = blocking.stream()
                .filter(block -> block.state() != State.MISSING)
                .toList();
        if (inForce.isEmpty()) {
            return blocking.isEmpty() ? text(outlook(connection, state.outlook())) : Messages.FirewallColumn_missing;
        }
        // A listener has only new connections to lose.
        boolean goesOn = connection.remote() != null
                && inForce.stream().noneMatch(block -> block.request().cutExisting());
        return goesOn ? Messages.FirewallColumn_onlyNew : Messages.FirewallColumn_blocked;
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case OPEN -> Messages.FirewallColumn_open;
            case BLOCKED -> Messages.FirewallColumn_otherRule;
            case UNKNOWN -> "";
        };
    }

    private static Answer outlook(Connection connection, Outlook outlook) {
        if (!BlockedConnections.awaitsOtherMachines(connection)) {
            return Answer.UNKNOWN;
        }
        InetAddress local = connection.local().address();
        int port = connection.local().port();
        Answer ipv4 = outlook.of(connection.protocol(), AddressFamily.IPV4, port);
        Answer ipv6 = outlook.of(connection.protocol(), AddressFamily.IPV6, port);
        if (Addresses.unmapped(local) instanceof Inet4Address) {
            return ipv4;
        }
        // A socket on all addresses of IPv6 mostly gets what comes by IPv4, too.
        return local.isAnyLocalAddress() && ipv4 != ipv6 ? Answer.UNKNOWN : ipv6;
    }
}
