// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.safety;

import java.util.List;
import java.util.Set;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.system.Remedy;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.system.SshSession;
import org.portio.firewall.spi.AppliedRule;

/**
 * Refuses what needs force.
 *
 * @param user who asks
 */
public record Guard(String user, Set<SshSession> sessions) {

    public static Guard of(Circumstances circumstances) {
        return new Guard(circumstances.user(), circumstances.sessions());
    }

    public void check(BlockRequest request, List<AppliedRule> rules) throws FirewallException {
        checkSessions(request);
        for (AppliedRule rule : rules) {
            if (isForeign(rule)
                    && !rule.expired()
                    && rule.tag().protocol() == request.protocol()
                    && rule.tag().ports().overlaps(request.ports())) {
                throw refused("another user's PortIO (" + rule.tag().user() + ") already blocks "
                        + rule.tag().protocol() + " " + rule.tag().ports());
            }
        }
    }

    /** A block of new connections out leaves the session alone, one of all packets to its client does not. */
    void checkSessions(BlockRequest request) throws FirewallException {
        if (request.protocol() != Protocol.TCP) {
            return;
        }
        Direction direction = request.direction();
        for (SshSession session : sessions) {
            if (direction.includes(Direction.INBOUND) && request.ports().contains(session.serverPort())) {
                throw refused("port " + session.serverPort() + " is the local port of this SSH session; blocking it may"
                        + " lock you out");
            }
            if (direction.includes(Direction.INBOUND) && request.ports().contains(session.dialledPort())) {
                throw refused("port " + session.dialledPort()
                        + " is the one that this SSH session's client connects to," + " which NAT turns to port "
                        + session.serverPort() + "; blocking it may lock you out");
            }
            if (direction.includes(Direction.OUTBOUND)
                    && request.cutExisting()
                    && request.ports().contains(session.clientPort())) {
                throw refused("port " + session.clientPort() + " is the client's port of this SSH session; cutting"
                        + " connections to it may end the session");
            }
        }
    }

    public void checkOwn(List<AppliedRule> rules) throws FirewallException {
        for (AppliedRule rule : rules) {
            if (isForeign(rule)) {
                throw refused("the block of " + rule.tag().protocol() + " "
                        + rule.tag().ports() + " is user " + rule.tag().user() + "'s");
            }
        }
    }

    private boolean isForeign(AppliedRule rule) {
        return !rule.tag().user().equals(user);
    }

    private static FirewallException refused(String why) {
        return new FirewallException(new Failure(FirewallException.Kind.REFUSED, why, Remedy.FORCE));
    }
}
