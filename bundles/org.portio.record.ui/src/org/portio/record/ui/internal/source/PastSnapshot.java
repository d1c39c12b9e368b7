// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.time.Instant;
import java.time.ZoneId;
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

    /** Returns the sockets that certainly were there, as they were last seen; empty if nobody watched just then. */
    static Optional<Snapshot> of(Told told, Instant time) {
        boolean watched = told.coverage().stream()
                .anyMatch(stretch ->
                        !stretch.from().isAfter(time) && !stretch.until().isBefore(time));
        if (!watched) {
            return Optional.empty();
        }
        List<Connection> there = told.accounts()
                .filter(account -> account.wasThere(time))
                .map(Account::connection)
                .toList();
        long uncertain = told.accounts().count() - there.size();
        return Optional.of(new Snapshot(time, SOURCE, there, limits((int) uncertain, time)));
    }

    private static List<Unseen> limits(int uncertain, Instant time) {
        String text = TimeText.moment(time, ZoneId.systemDefault());
        Unseen later = new Unseen(Messages.PastSnapshot_states, -1, NLS.bind(Messages.PastSnapshot_lastSeen, text));
        return uncertain == 0
                ? List.of(later)
                : List.of(later, new Unseen(Messages.PastSnapshot_sockets, uncertain, Messages.PastSnapshot_uncertain));
    }
}
