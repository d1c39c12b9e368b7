// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.record.Account;
import org.portio.ui.TimeText;

/** Makes a snapshot of a moment of the past. */
final class PastSnapshot {

    private static final String SOURCE = "history";

    private PastSnapshot() {}

    /**
     * Returns the sockets that certainly were there, as they were last seen. A socket that was seen before and after a time that
     * nobody watched was there all the time.
     *
     * @return empty if nobody watched just then, and no socket is known to have been there
     */
    static Optional<Snapshot> of(Told told, Instant time) {
        List<Connection> there = told.accounts()
                .filter(account -> account.wasThere(time))
                .map(Account::whileThere)
                .toList();
        boolean watched = isWatched(told, time);
        if (!watched && there.isEmpty()) {
            return Optional.empty();
        }
        int uncertain = (int) told.accounts().count() - there.size();
        return Optional.of(new Snapshot(time, SOURCE, there, limits(watched, uncertain, time)));
    }

    private static boolean isWatched(Told told, Instant time) {
        return told.coverage().stream()
                .anyMatch(stretch ->
                        !stretch.from().isAfter(time) && !stretch.until().isBefore(time));
    }

    private static List<Unseen> limits(boolean watched, int uncertain, Instant time) {
        String text = TimeText.moment(time, ZoneId.systemDefault());
        List<Unseen> limits = new ArrayList<>();
        limits.add(new Unseen(Messages.PastSnapshot_states, -1, NLS.bind(Messages.PastSnapshot_lastSeen, text)));
        if (uncertain > 0) {
            limits.add(new Unseen(Messages.PastSnapshot_sockets, uncertain, Messages.PastSnapshot_uncertain));
        }
        if (!watched) {
            limits.add(new Unseen(Messages.PastSnapshot_others, -1, Messages.PastSnapshot_notWatched));
        }
        return limits;
    }
}
