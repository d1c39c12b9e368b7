// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.Block;
import org.portio.firewall.Block.State;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Judgement;
import org.portio.firewall.Traffic;
import org.portio.firewall.Traffic.Origin;
import org.portio.firewall.ui.internal.Messages;

/**
 * The cell of the column Firewall for a socket: PortIO's own blocks of it, or what the rules of everybody together do with
 * its packets.
 *
 * @param text empty if that is unknown
 * @param tip the reason, for every text
 */
record FirewallCell(String text, String tip) {

    private static final Set<TcpState> WITHOUT_PACKETS = Set.of(TcpState.BOUND, TcpState.CLOSED, TcpState.TIME_WAIT);

    static FirewallCell of(Connection connection, List<Block> blocks, Outlook outlook) {
        List<Block> blocking = BlockedConnections.blocking(connection, blocks);
        List<Block> inForce = blocking.stream()
                .filter(block ->
                        block.state() != State.MISSING && block.overriddenBy().isEmpty())
                .toList();
        if (inForce.isEmpty()) {
            return blocking.isEmpty() ? ofRules(connection, outlook) : notInForce(blocking);
        }
        // A listener has only new connections to lose.
        boolean goesOn = connection.remote() != null
                && inForce.stream().noneMatch(block -> block.request().cutExisting());
        String what = inForce.stream()
                .map(block -> block.request().protocol() + " " + block.request().ports())
                .distinct()
                .collect(Collectors.joining(", "));
        return goesOn
                ? new FirewallCell(Messages.FirewallColumn_onlyNew, NLS.bind(Messages.FirewallColumn_tipOnlyNew, what))
                : new FirewallCell(
                        Messages.FirewallColumn_blocked, NLS.bind(Messages.FirewallColumn_tipBlockedByPortio, what));
    }

    private static FirewallCell notInForce(List<Block> blocking) {
        return blocking.stream()
                .map(Block::overriddenBy)
                .filter(rule -> !rule.isEmpty())
                .findFirst()
                .map(rule -> new FirewallCell(
                        Messages.FirewallColumn_overridden, NLS.bind(Messages.FirewallColumn_tipOverridden, rule)))
                .orElse(new FirewallCell(Messages.FirewallColumn_missing, Messages.FirewallColumn_tipMissing));
    }

    private static FirewallCell ofRules(Connection connection, Outlook outlook) {
        if (!connection.namespace().isEmpty()) {
            return new FirewallCell("", Messages.FirewallColumn_tipNamespace);
        }
        // A set that must not be asked for null, which UDP has for a state.
        if (connection.state() != null && WITHOUT_PACKETS.contains(connection.state())) {
            return new FirewallCell("", Messages.FirewallColumn_tipNoPackets);
        }
        if (connection.remote() != null) {
            return of(Traffic.between(connection.protocol(), connection.local(), connection.remote()), outlook);
        }
        InetAddress local = connection.local().address();
        return local.isAnyLocalAddress()
                ? onAllAddresses(connection, outlook)
                : of(Traffic.to(connection.protocol(), connection.local()), outlook);
    }

    /** A socket on all addresses of IPv6 mostly gets what comes by IPv4, too. */
    private static FirewallCell onAllAddresses(Connection connection, Outlook outlook) {
        FirewallCell ipv4 = of(arriving(connection, AddressFamily.IPV4), outlook);
        FirewallCell ipv6 = of(arriving(connection, AddressFamily.IPV6), outlook);
        if (connection.local().address() instanceof Inet4Address) {
            return ipv4;
        }
        return ipv4.text().equals(ipv6.text())
                ? ipv6
                : new FirewallCell("", NLS.bind(Messages.FirewallColumn_tipFamilies, ipv4.inShort(), ipv6.inShort()));
    }

    private String inShort() {
        return text.isEmpty() ? tip : text;
    }

    private static Traffic arriving(Connection connection, AddressFamily family) {
        return Traffic.arriving(
                connection.protocol(), family, connection.local().port());
    }

    private static FirewallCell of(Traffic traffic, Outlook outlook) {
        Judgement judgement = outlook.of(traffic);
        String reason = judgement.reason();
        return switch (judgement.answer()) {
            case OPEN -> new FirewallCell(Messages.FirewallColumn_open, open(traffic.origin()));
            case BLOCKED ->
                new FirewallCell(
                        Messages.FirewallColumn_otherRule, NLS.bind(Messages.FirewallColumn_tipBlocked, reason));
            case TURNED ->
                new FirewallCell(Messages.FirewallColumn_turned, NLS.bind(Messages.FirewallColumn_tipTurned, reason));
            case UNKNOWN ->
                new FirewallCell(
                        "",
                        reason.isEmpty()
                                ? Messages.FirewallColumn_tipNotAsked
                                : NLS.bind(Messages.FirewallColumn_tipUnknown, reason));
        };
    }

    private static String open(Origin origin) {
        return switch (origin) {
            case ELSEWHERE -> Messages.FirewallColumn_tipOpenElsewhere;
            case HERE -> Messages.FirewallColumn_tipOpenHere;
            case CONNECTED -> Messages.FirewallColumn_tipOpenConnected;
        };
    }
}
