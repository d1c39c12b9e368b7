// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.time.Instant;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Expiry;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.JsonObject;

/**
 * A block as it is written down.
 *
 * @param phase what is under way, or that nothing is
 * @param until when it ends by time; null for never
 * @param place where it was made
 * @param unknown what another version of PortIO has written besides, which is kept
 */
public record JournalEntry(
        Phase phase,
        RuleTag tag,
        BlockRequest request,
        String backend,
        Instant since,
        Instant until,
        Place place,
        JsonObject unknown) {

    /** The progress of a block. */
    public enum Phase {
        /** The entry is about to be added. */
        ADDING,
        /** The system's firewall has shown it. */
        ACTIVE,
        /** The entry is about to be removed. */
        REMOVING
    }

    public JournalEntry in(Phase next) {
        return new JournalEntry(next, tag, request, backend, since, until, place, unknown);
    }

    public boolean isOver(Instant now, String currentBoot) {
        boolean restarted = request.expiry().kind() == Expiry.Kind.UNTIL_RESTART
                && !place.boot().equals(currentBoot);
        return restarted || until != null && !now.isBefore(until);
    }
}
