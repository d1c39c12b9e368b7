// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.safety;

import java.time.InstantSource;
import java.util.Set;
import org.portio.core.system.User;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.journal.Place;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.system.SshSession;

/**
 * The user who blocks, and the place.
 *
 * @param user id of the user who runs PortIO, in the letters of a tag
 * @param place the machine's run and network that PortIO is in
 * @param sessions the SSH sessions in which PortIO runs
 * @param tombstones of blocks that another user removed by force
 */
public record Circumstances(
        String user, Place place, Set<SshSession> sessions, InstantSource clock, Tombstones tombstones) {

    public static Circumstances ofSystem() {
        return new Circumstances(
                User.ofSystem().id(),
                Place.ofSystem(),
                SshSession.ofThisProcess(),
                InstantSource.system(),
                Tombstones.ofSystem());
    }

    public boolean isOver(JournalEntry entry) {
        return entry.isOver(clock.instant(), place.boot());
    }

    /** Returns whether it was made in another network, whose rules are not seen from here. */
    public boolean isElsewhere(JournalEntry entry) {
        return place.isElsewhere(entry.place());
    }
}
