// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.time.Instant;
import java.util.UUID;
import org.portio.core.system.User;

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

    /**
     * Returns the user's name if it is known without asking the system, as this user's and root's are; otherwise the
     * id.
     */
    public String userName(User self) {
        if (user.equals(self.id())) {
            return self.name();
        }
        return "0".equals(user) ? "root" : user;
    }

    /** Returns the same, of which this rule lets some packets get by. */
    public Block overriddenBy(String rule) {
        return new Block(id, request, user, since, until, backend, state, hits, rule);
    }

    /** The relation between the journal and the system's firewall. */
    public enum State {
        /** The block is in the journal and in force. */
        ACTIVE,
        /**
         * The block is in the journal, and somebody has removed or changed it in the firewall; PortIO restores it when
         * it may.
         */
        MISSING,
        /**
         * The block is in the journal and in the firewall, but another rule before it lets some packets pass; PortIO
         * moves it up.
         */
        OVERRIDDEN,
        /** The block is in force, but not in this user's journal: left by a lost journal, or another user's. */
        ORPHANED,
        /**
         * The block is in the journal; whether it is in force only other rights, or the backend that made it, can show.
         */
        UNVERIFIED
    }
}
