// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Change;
import org.portio.firewall.FirewallException;

/** Whether the system's firewall shows what was asked for: exit codes alone cannot be trusted. */
final class Verification {

    private Verification() {}

    static void check(Change change, List<AppliedRule> shown) throws FirewallException {
        Set<UUID> there = shown.stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        boolean allAdded =
                change.add().stream().allMatch(rule -> there.contains(rule.tag().id()));
        boolean allGone = change.remove().stream()
                .noneMatch(rule -> there.contains(rule.tag().id()));
        if (!allAdded || !allGone) {
            throw new FirewallException(
                    FirewallException.Kind.FAILED,
                    "the system's firewall said yes, and does not show the change; see what else manages it");
        }
    }
}
