// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortRange;
import org.portio.firewall.Traffic;
import org.portio.firewall.Traffic.Origin;
import org.portio.firewall.internal.ruleset.Chain;
import org.portio.firewall.internal.walk.Packet.Side;

/**
 * One packet of some traffic on one side of this machine's network stack.
 *
 * @param isTranslated whether NAT rules are asked, which see the first packet of a connection only; one between the same two
 *     ports as a connection that conntrack still remembers is not a first packet
 */
record Leg(Packet packet, boolean isTranslated) {

    /**
     * Returns all packets that must get through for the traffic to be of use, in their order.
     *
     * @param own the addresses of this machine
     */
    static List<Leg> of(Traffic traffic, List<InetAddress> own) {
        Side local = side(traffic.local(), own);
        Side anybody = traffic.origin() == Origin.HERE ? new Side(null, own, null) : Side.of(null);
        Side remote = traffic.remote() == null ? anybody : side(traffic.remote(), List.of());
        return new Making(traffic, local, remote).legs();
    }

    private static Side side(Traffic.Side side, List<InetAddress> among) {
        return new Side(side.address(), among, side.port() == 0 ? null : PortRange.of(side.port()));
    }

    private record Making(Traffic traffic, Side local, Side remote) {

        List<Leg> legs() {
            List<Leg> legs = new ArrayList<>();
            boolean isNew = traffic.origin() != Origin.CONNECTED;
            if (isNew) {
                legs.addAll(there("new", TcpFlags.OPENING));
            }
            legs.addAll(back(isNew ? TcpFlags.ANSWERS : TcpFlags.OPEN));
            legs.addAll(there("established", TcpFlags.OPEN));
            return legs;
        }

        /**
         * Returns the way to the port: within this machine the packet leaves first, after which NAT is done with it.
         */
        private List<Leg> there(String state, List<Set<String>> flags) {
            Leg arrives = new Leg(packet(remote, local, state, flags, true), "new".equals(state) && !isWithin());
            Leg leaves = new Leg(packet(remote, local, state, flags, false), "new".equals(state));
            return isWithin() ? List.of(leaves, arrives) : List.of(arrives);
        }

        private List<Leg> back(List<Set<String>> flags) {
            Leg leaves = new Leg(packet(local, remote, "established", flags, false), false);
            Leg arrives = new Leg(packet(local, remote, "established", flags, true), false);
            return isWithin() ? List.of(leaves, arrives) : List.of(leaves);
        }

        private Packet packet(Side from, Side to, String state, List<Set<String>> flags, boolean arrives) {
            return new Packet(traffic.protocol(), traffic.family(), from, to, state, flags, arrives, loops());
        }

        private boolean isWithin() {
            return loops() == Match.YES;
        }

        private Match loops() {
            return switch (traffic.origin()) {
                case HERE -> Match.YES;
                case ELSEWHERE -> Match.NO;
                case CONNECTED ->
                    local.address().isLoopbackAddress() || local.address().equals(remote.address())
                            ? Match.YES
                            : Match.MAYBE;
            };
        }
    }

    /** Returns whether the packet passes this chain; for those of network interfaces and bridges, whether it may. */
    boolean passes(Chain chain) {
        if (chain.isNat() && !isTranslated) {
            return false;
        }
        String own = packet.family() == AddressFamily.IPV4 ? "ip" : "ip6";
        return hooks(chain.family(), own).contains(chain.hook());
    }

    private Set<String> hooks(String family, String own) {
        boolean isIp = "inet".equals(family) || own.equals(family);
        if (!isIp && packet.loops() == Match.YES && !"netdev".equals(family)) {
            return Set.of();
        }
        if (!isIp && !Set.of("netdev", "bridge", "arp").contains(family)) {
            return Set.of();
        }
        return packet.arrives() ? Set.of("ingress", "prerouting", "input") : Set.of("output", "postrouting", "egress");
    }

    /** Returns whether the packet need not pass a chain that it may pass. */
    static boolean isOptional(Chain chain) {
        return Set.of("netdev", "bridge", "arp").contains(chain.family())
                || Set.of("ingress", "egress").contains(chain.hook());
    }
}
