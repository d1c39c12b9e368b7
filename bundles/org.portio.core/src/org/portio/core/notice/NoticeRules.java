// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Delta.Change;
import org.portio.core.ProcessInfo;
import org.portio.core.notice.Notice.Kind;

/**
 * Decides what of the changes between two snapshots is told.
 *
 * @param watches what the user chose to be told of
 * @param isNew whether a listener is one that is not known; false for all if the user does not want to be told of those
 */
public record NoticeRules(List<Watch> watches, Predicate<Connection> isNew) {

    public NoticeRules {
        watches = List.copyOf(watches);
    }

    /** Returns what is told of these changes. A program that gives a port to another within them is one notice, not two. */
    public List<Notice> of(Instant time, Delta delta) {
        List<Notice> notices = new ArrayList<>();
        List<Connection> closed = new ArrayList<>(delta.closed());
        for (Connection connection : delta.opened()) {
            Optional<Connection> before = closed.stream()
                    .filter(gone -> isWatched(gone) && isSamePlace(gone, connection))
                    .findFirst();
            before.ifPresent(closed::remove);
            opened(time, before.orElse(null), connection).ifPresent(notices::add);
        }
        delta.changed().forEach(change -> changed(time, change).ifPresent(notices::add));
        closed.stream()
                .filter(this::isWatched)
                .forEach(gone ->
                        notices.add(notice(time, Kind.CLOSED, gone, "closed: " + owners(gone) + " no longer listens")));
        return List.copyOf(notices);
    }

    private Optional<Notice> opened(Instant time, Connection before, Connection connection) {
        if (before != null) {
            return isSameOwner(before, connection)
                    ? Optional.empty()
                    : Optional.of(ownerChanged(time, before, connection));
        }
        if (isWatched(connection)) {
            return Optional.of(notice(time, Kind.OPENED, connection, "opened: " + listens(connection)));
        }
        return connection.isListening() && isNew.test(connection)
                ? Optional.of(
                        notice(time, Kind.NEW_LISTENER, connection, "is not in the baseline: " + listens(connection)))
                : Optional.empty();
    }

    private Optional<Notice> changed(Instant time, Change change) {
        boolean watched = isWatched(change.before()) || isWatched(change.after());
        if (!watched || isSameOwner(change.before(), change.after())) {
            return Optional.empty();
        }
        return Optional.of(ownerChanged(time, change.before(), change.after()));
    }

    private static Notice ownerChanged(Instant time, Connection before, Connection after) {
        return notice(time, Kind.OWNER_CHANGED, after, "went from " + owners(before) + " to " + owners(after));
    }

    private boolean isWatched(Connection connection) {
        return watches.stream().anyMatch(watch -> watch.matches(connection));
    }

    private static boolean isSamePlace(Connection one, Connection other) {
        return other.isListening()
                && one.protocol() == other.protocol()
                && one.local().equals(other.local())
                && one.namespace().equals(other.namespace());
    }

    /** Returns true as well if the owners of one of them are not seen: nothing is told that is not known. */
    private static boolean isSameOwner(Connection one, Connection other) {
        return one.owners().isEmpty()
                || other.owners().isEmpty()
                || one.pidText().equals(other.pidText());
    }

    private static Notice notice(Instant time, Kind kind, Connection connection, String text) {
        String subject = connection.protocol() + " " + connection.local().port();
        return new Notice(time, kind, subject, subject + " " + text);
    }

    private static String listens(Connection connection) {
        return owners(connection) + " listens on " + connection.local();
    }

    private static String owners(Connection connection) {
        return connection.owners().isEmpty()
                ? "a program that is not seen"
                : connection.owners().stream().map(NoticeRules::text).collect(Collectors.joining(", "));
    }

    private static String text(ProcessInfo process) {
        return process.name() + " (PID " + process.pid() + ")";
    }
}
