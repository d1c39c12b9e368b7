// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

/** Whether a condition holds for a packet. */
enum Match {
    YES,
    NO,
    /** The result depends on unknown facts about the packet, or the condition is not understood. */
    MAYBE;

    Match negated() {
        return this == MAYBE ? MAYBE : this == YES ? NO : YES;
    }

    /** Returns whether both conditions hold. */
    Match and(Match other) {
        return this == NO || other == NO ? NO : this == MAYBE ? MAYBE : other;
    }

    /** Returns whether one of them holds. */
    Match or(Match other) {
        return this == YES || other == YES ? YES : this == MAYBE ? MAYBE : other;
    }
}
