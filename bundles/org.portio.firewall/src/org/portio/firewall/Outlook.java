// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.osgi.annotation.versioning.ProviderType;

/** Predicts what all rules of the system's firewall together do with packets, as far as possible. */
@FunctionalInterface
@ProviderType
public interface Outlook {

    /** The fate of the packets. */
    enum Answer {
        /** No rule keeps them away. */
        OPEN,
        /** The packets are refused, or the answers to them are. */
        BLOCKED,
        /** A NAT rule sends them to another place. */
        TURNED,
        /** The answer depends on unknown facts, or the rules are not visible or not understood. */
        UNKNOWN
    }

    /**
     * An answer with its reason.
     *
     * @param reason the rule that decides, what it depends on, or why nothing can be said; empty if no rule has a say
     */
    record Judgement(Answer answer, String reason) {}

    /** The outlook for rules that have not been read. */
    Outlook UNKNOWN = _ -> new Judgement(Answer.UNKNOWN, "");

    /** Judges these packets. */
    Judgement of(Traffic traffic);
}
