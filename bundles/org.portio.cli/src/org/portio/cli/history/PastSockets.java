// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.Snapshot;
import org.portio.record.Account;
import org.portio.record.Coverage;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.RecordException;

/** The sockets of a moment of the past, as a snapshot to compare one of now with. */
public final class PastSockets {

    private static final String SOURCE = "history";

    private final Instant moment;
    /** When the stretch that the moment lies in began to be watched. */
    private final Instant begin;

    private PastSockets(Instant moment, Instant begin) {
        this.moment = moment;
        this.begin = begin;
    }

    /**
     * Returns those of this time; of the first moment after it that was watched, if it was not itself; empty if nothing was
     * from then on. A socket that is still there is as it is now: the past keeps its owners and state as they were last seen.
     *
     * @param now the sockets of now
     */
    public static Optional<Snapshot> since(Instant time, History history, Snapshot now) throws RecordException {
        Optional<PastSockets> past = firstWatched(time, history, now.time());
        return past.isEmpty() ? Optional.empty() : Optional.of(past.get().snapshot(history, now));
    }

    private static Optional<PastSockets> firstWatched(Instant time, History history, Instant now)
            throws RecordException {
        Instant told = now.minus(CoverageNotes.BEHIND);
        Instant from = time.isBefore(told) ? time : told;
        Question question = Question.between(from, now).about(_ -> false).limitedTo(0);
        for (Coverage stretch : history.ask(question).coverage()) {
            Instant end = stretch.until().isBefore(told) ? stretch.until() : now;
            if (!end.isBefore(time)) {
                Instant moment = time.isBefore(stretch.from()) ? stretch.from() : time;
                return Optional.of(new PastSockets(moment, stretch.from()));
            }
        }
        return Optional.empty();
    }

    private Snapshot snapshot(History history, Snapshot now) throws RecordException {
        Map<ConnectionKey, Connection> present = new HashMap<>();
        now.connections().forEach(connection -> present.put(connection.key(), connection));
        List<Connection> sockets = history.ask(Question.between(moment, moment)).accounts().stream()
                .filter(this::wasThere)
                .map(account -> connection(account, present))
                .toList();
        return new Snapshot(moment, SOURCE, sockets, List.of());
    }

    /**
     * Returns whether a socket was there as far as is known. What may have happened before the moment or after it counts as
     * after it: it is a difference. What may have happened before the stretch began was not watched.
     */
    private boolean wasThere(Account account) {
        boolean wasOpened = !account.opened().latest().isAfter(moment)
                || account.opened().earliest().isBefore(begin);
        return wasOpened && (account.isOpen() || endedLater(account));
    }

    private boolean endedLater(Account account) {
        return account.closed().latest().isAfter(moment)
                && !account.closed().earliest().isBefore(begin);
    }

    private static Connection connection(Account account, Map<ConnectionKey, Connection> present) {
        Connection last = account.connection();
        Connection same = present.get(last.key());
        // Where recording has ended, a socket has an end, at some time: whether it is still there, its key tells.
        boolean mayBeThere = account.isOpen()
                || last.platformKey() != 0 && account.closed().latest().equals(Instant.MAX);
        if (same != null && mayBeThere) {
            return same;
        }
        return account.whileThere();
    }
}
