// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import java.util.Locale;

/**
 * Something about a port that its user should know.
 *
 * @param kind what it is, for programs
 * @param weight whether it keeps a service from its port
 * @param what one sentence for the user
 * @param evidence what it rests on: the socket, the rule, the file
 * @param remedy a command that helps, as the user would type it; empty if there is none
 * @param inferred true if it was concluded rather than seen
 */
public record Finding(Kind kind, Weight weight, String what, String evidence, String remedy, boolean inferred) {

    /** The kinds of findings. */
    public enum Kind {
        LISTENER,
        BOUND,
        CONNECTION,
        LEFTOVER,
        HIDDEN,
        RESERVATION,
        /** A temporary server of PortIO. */
        SERVER,
        PRIVILEGED,
        NOT_LOCAL,
        EPHEMERAL,
        EXCLUDED,
        NAMESPACE,
        FIREWALL,
        REDIRECT,
        LIMIT;

        /** Returns the name for users and programs: {@code not-local}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The importance of a finding. */
    public enum Weight {
        /** A bind fails for it, in some scope at least. */
        BLOCKS,
        /** The bind succeeds, but clients may not come through, or it may fail at other times. */
        WARNS,
        /** Good to know. */
        TELLS
    }
}
