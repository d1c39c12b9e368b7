// SPDX-License-Identifier: EPL-2.0
package org.portio.core.insight;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.portio.core.Connection;

/**
 * Something that stands out, and that somebody should know of.
 *
 * @param rule the rule that found it, for programs, as in {@code accept-queue}
 * @param severity how much it matters
 * @param what one sentence for the user
 * @param evidence what it rests on, with numbers
 * @param advice what to do about it: a sentence, or a command as the user would type it; empty if there is nothing to do
 * @param connections the sockets concerned; some of them if there are many
 */
public record Insight(
        String rule, Severity severity, String what, String evidence, String advice, List<Connection> connections) {

    /** The importance of an insight. */
    public enum Severity {
        /** Clients are turned away or served wrongly now. */
        PROBLEM,
        /** A danger, or something that becomes a problem if it goes on. */
        WARNING,
        /** Good to know. */
        NOTE;

        /** Returns its name in lower case, as in {@code problem}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Insight {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(advice, "advice");
        connections = List.copyOf(connections);
    }
}
