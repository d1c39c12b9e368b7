// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.List;

/**
 * What a backend found that is PortIO's own.
 *
 * @param handles by which the backend removes it, in a form that only the backend knows
 * @param hits packets that it has blocked; -1 where the backend does not count
 * @param expired true where its time is over, and only what is left of it is still there
 * @param terms what the rule says of itself
 */
public record AppliedRule(RuleTag tag, List<String> handles, long hits, boolean expired, Terms terms) {
    public AppliedRule {
        handles = List.copyOf(handles);
    }

    /** One that says nothing of itself but its tag. */
    public AppliedRule(RuleTag tag, List<String> handles, long hits, boolean expired) {
        this(tag, handles, hits, expired, Terms.UNKNOWN);
    }
}
