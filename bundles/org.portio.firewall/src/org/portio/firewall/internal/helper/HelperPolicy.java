// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.helper;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portio.core.PortioException.Kind;
import org.portio.core.port.PortRange;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.safety.Guard;
import org.portio.firewall.internal.system.Caller;
import org.portio.firewall.internal.system.SshSession;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/**
 * Decides what the helper does for whom. A user who was let use the helper, and nothing more, blocks ports in the own name within
 * limits, and removes no blocks of others; root may do all.
 *
 * @param sessions the SSH sessions in which the helper runs
 */
record HelperPolicy(Caller caller, Set<SshSession> sessions) {

    static final int MOST_BLOCKS = 200;
    static final int MOST_PORTS = 10_000;

    /** Nobody blocks in the name of somebody else. */
    boolean mayTag(RuleTag tag) {
        return !caller.elevated() || tag.user().equals(caller.user());
    }

    /**
     * Refuses what this caller may not do.
     *
     * @param there all rules of PortIO's
     */
    void check(Change change, List<AppliedRule> there) throws FirewallException {
        Guard guard = new Guard(caller.user(), sessions);
        if (!change.forced()) {
            for (Rule rule : change.add()) {
                guard.check(rule.request(), caller.limited() ? there : List.of());
            }
        }
        if (caller.limited()) {
            checkRemoval(change.remove());
            checkLimits(change, there);
        }
    }

    private void checkRemoval(List<AppliedRule> removed) throws FirewallException {
        for (AppliedRule rule : removed) {
            if (!rule.tag().user().equals(caller.user())) {
                throw new FirewallException(
                        Kind.PERMISSION,
                        "the block of " + rule.tag().protocol() + " "
                                + rule.tag().ports() + " is user " + rule.tag().user()
                                + "; only root can remove it");
            }
        }
    }

    private void checkLimits(Change change, List<AppliedRule> there) throws FirewallException {
        Set<UUID> removed =
                change.remove().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        List<RuleTag> own = there.stream()
                .filter(rule -> !rule.expired() && !removed.contains(rule.tag().id()))
                .map(AppliedRule::tag)
                .filter(tag -> tag.user().equals(caller.user()))
                .toList();
        long blocks = own.size() + change.add().size();
        long ports = own.stream().mapToLong(tag -> size(tag.ports())).sum()
                + change.add().stream()
                        .mapToLong(rule -> size(rule.tag().ports()))
                        .sum();
        if (!change.add().isEmpty() && (blocks > MOST_BLOCKS || ports > MOST_PORTS)) {
            throw new FirewallException(
                    Kind.PERMISSION,
                    "a user can have at most " + MOST_BLOCKS + " times and " + MOST_PORTS
                            + " ports through the firewall helper; only root can have more");
        }
    }

    private static int size(PortRange ports) {
        return ports.last() - ports.first() + 1;
    }
}
