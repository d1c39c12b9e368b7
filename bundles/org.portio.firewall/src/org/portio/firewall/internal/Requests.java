// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Change;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallException.Kind;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Rule;

/** What the backends have in common in reading a request. */
final class Requests {

    private Requests() {}

    /**
     * Refuses what the backend would do otherwise than it is asked for. The verdict is left out: where a system knows only
     * one way to block, that is better than none, and the capabilities tell which it is.
     */
    static void check(FirewallBackend backend, Change change) throws FirewallException {
        for (Rule rule : change.add()) {
            BlockRequest request = rule.request();
            Set<Capability> can = backend.capabilities();
            require(backend, request.program().isEmpty() || can.contains(Capability.PER_PROGRAM), "for one program");
            require(
                    backend,
                    request.controlGroup().isEmpty() || can.contains(Capability.PER_CONTROL_GROUP),
                    "for one control group");
            require(backend, !request.loopback() || can.contains(Capability.LOOPBACK), "within this machine");
            require(
                    backend,
                    !request.cutExisting() || can.contains(Capability.CUT_EXISTING),
                    "and end existing connections");
        }
    }

    private static void require(FirewallBackend backend, boolean possible, String what) throws FirewallException {
        if (!possible) {
            throw new FirewallException(
                    Kind.UNSUPPORTED, backend.name() + " cannot block a port " + what + "; another backend may");
        }
    }

    /** The one or two ways that packets of this direction go. */
    static List<Direction> ways(Direction direction) {
        List<Direction> ways = new ArrayList<>();
        for (Direction way : List.of(Direction.INBOUND, Direction.OUTBOUND)) {
            if (direction.includes(way)) {
                ways.add(way);
            }
        }
        return ways;
    }

    /** As {@code 9000:9010}. */
    static String colonRange(BlockRequest request) {
        return request.ports().toString().replace('-', ':');
    }

    /**
     * Ends existing TCP connections at their sockets: rules alone would leave this machine's ends waiting. A kernel that
     * cannot do it says nothing, and then the rules still keep every packet from them.
     */
    static List<PlannedCommand> cuts(BlockRequest request) {
        List<PlannedCommand> commands = new ArrayList<>();
        if (request.cutExisting() && request.protocol() == Protocol.TCP) {
            String elsewhere = request.loopback() ? "" : " and not dst 127.0.0.0/8 and not dst [::1]";
            for (Direction way : ways(request.direction())) {
                String end = way == Direction.INBOUND ? "sport" : "dport";
                String ports = "( " + end + " >= :" + request.ports().first() + " and " + end + " <= :"
                        + request.ports().last() + " )";
                commands.add(PlannedCommand.of("ss", "-K", "-t", "-H", ports + elsewhere));
            }
        }
        return commands;
    }
}
