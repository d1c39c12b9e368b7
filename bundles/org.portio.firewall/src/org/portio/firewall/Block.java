// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.time.Instant;
import java.util.UUID;

/**
 * A block of PortIO's as it stands.
 *
 * @param user who asked for it: a uid in decimal, or a Windows SID
 * @param since when it was asked for; null if only the system's firewall knows it
 * @param until when it ends by time; null for never
 * @param backend name of the backend that has it
 * @param hits packets blocked; -1 if that is not counted
 * @param overriddenBy the rule of somebody else that lets some of its packets get by, and where that is; empty for none
 */
public record Block(
        UUID id,
        BlockRequest request,
        String user,
        Instant since,
        Instant until,
        String backend,
        State state,
        long hits,
        String overriddenBy) {

    /** Creates one that nothing overrides. */
    public Block(
            UUID id,
            BlockRequest request,
            String user,
            Instant since,
            Instant until,
            String backend,
            State state,
            long hits) {
        this(id, request, user, since, until, backend, state, hits, "");
    }

    /** Returns the same, of which this rule lets some packets get by. */
    public Block overriddenBy(String rule) {
        return new Block(id, request, user, since, until, backend, state, hits, rule);
    }

    /** The relation between the journal and the system's firewall. */
    public enum State {
        /** It is written down and in force. */
        ACTIVE,
        /** It is written down and somebody has removed or changed it in the firewall; PortIO restores it when it may. */
        MISSING,
        /** It is written down and there, and a rule of somebody else before it lets some of its packets get by; it is put first again. */
        OVERRIDDEN,
        /** It is in force, and not in this user's journal: left by a lost journal, or another user's. */
        ORPHANED,
        /** It is written down; whether it is in force needs other rights to see, or the backend that it was made with. */
        UNVERIFIED
    }
}
