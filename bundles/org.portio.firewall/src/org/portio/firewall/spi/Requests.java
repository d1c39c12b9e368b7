// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;

/** Code that the backends share for reading a request. */
public final class Requests {

    private Requests() {}

    /**
     * Refuses what the backend would do otherwise than it is asked for. The verdict is left out: if a system knows only
     * one way to block, that is better than none, and the capabilities tell which it is.
     */
    public static void check(FirewallBackend backend, Change change) throws FirewallException {
        for (Rule rule : change.add()) {
            BlockRequest request = rule.request();
            Set<Capability> can = backend.capabilities();
            require(backend, request.program().isEmpty() || can.contains(Capability.PER_PROGRAM), "for one program");
            require(
                    backend,
                    request.controlGroup().isEmpty() || can.contains(Capability.PER_CONTROL_GROUP),
                    "for one control group");
            require(
                    backend,
                    !request.direction().includes(Direction.OUTBOUND) || can.contains(Capability.OUTBOUND),
                    "of other machines");
            require(
                    backend,
                    request.cutExisting() || can.contains(Capability.SPARE_EXISTING),
                    "and spare existing connections");
            require(backend, !request.loopback() || can.contains(Capability.LOOPBACK), "within this machine");
            require(backend, rule.remaining() == null || can.contains(Capability.TIMED), "and unblock it after a time");
            require(
                    backend,
                    request.expiry() == null
                            || request.expiry().kind() != Expiry.Kind.UNTIL_RESTART
                            || !can.contains(Capability.PERSISTENT)
                            || can.contains(Capability.UNTIL_RESTART),
                    "and unblock it at a restart");
            require(
                    backend,
                    !request.cutExisting() || can.contains(Capability.CUT_EXISTING),
                    "and end existing connections");
        }
    }

    private static void require(FirewallBackend backend, boolean possible, String what) throws FirewallException {
        if (!possible) {
            throw new FirewallException(Failure.of(
                    Kind.UNSUPPORTED, backend.name() + " cannot block a port " + what, "another backend may"));
        }
    }

    /** Returns the one or two ways that packets of this direction go. */
    public static List<Direction> ways(Direction direction) {
        List<Direction> ways = new ArrayList<>();
        for (Direction way : List.of(Direction.INBOUND, Direction.OUTBOUND)) {
            if (direction.includes(way)) {
                ways.add(way);
            }
        }
        return ways;
    }

    /**
     * Returns whether a rule that looks at every packet must spare those that answer: a server's to a client whose port is blocked
     * outbound, and to this machine's own clients, whose ports may be among those blocked inbound. UDP inbound is blocked
     * as a whole: a port that has sent something would else be open to whom it has sent it.
     */
    public static boolean sparesAnswers(BlockRequest request, boolean inbound) {
        return request.protocol() == Protocol.TCP ? request.cutExisting() : !inbound;
    }

    /** Returns text such as {@code 9000:9010}. */
    public static String colonRange(BlockRequest request) {
        return request.ports().toString().replace('-', ':');
    }
}
