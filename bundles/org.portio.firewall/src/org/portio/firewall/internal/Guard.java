// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;

/** What is only done by force. */
record Guard(Circumstances circumstances) {

    void check(BlockRequest request, List<AppliedRule> rules) throws FirewallException {
        for (int port : circumstances.sshPorts()) {
            if (request.protocol() == Protocol.TCP
                    && request.direction().includes(Direction.INBOUND)
                    && request.ports().contains(port)) {
                throw refused("port " + port + " is that of this SSH session; blocking it may lock you out");
            }
        }
        for (AppliedRule rule : rules) {
            if (isForeign(rule)
                    && rule.tag().protocol() == request.protocol()
                    && rule.tag().ports().overlaps(request.ports())) {
                throw refused("another user's PortIO (" + rule.tag().user() + ") already blocks "
                        + rule.tag().protocol() + " " + rule.tag().ports());
            }
        }
    }

    void checkOwn(Collection<UUID> ids, List<AppliedRule> rules) throws FirewallException {
        for (AppliedRule rule : rules) {
            if (ids.contains(rule.tag().id()) && isForeign(rule)) {
                throw refused("the block of " + rule.tag().protocol() + " "
                        + rule.tag().ports() + " is user " + rule.tag().user() + "'s");
            }
        }
    }

    private boolean isForeign(AppliedRule rule) {
        return !rule.tag().user().equals(circumstances.user());
    }

    private static FirewallException refused(String why) {
        return new FirewallException(FirewallException.Kind.REFUSED, why);
    }
}
