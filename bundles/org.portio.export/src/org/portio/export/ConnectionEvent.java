// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Delta;

/**
 * Something that happened to one connection between two snapshots.
 *
 * @param time of the snapshot that showed it
 * @param before how the connection was; null unless it changed
 * @param connection how it is now, or was last
 */
public record ConnectionEvent(Kind kind, Instant time, Connection before, Connection connection) {

    /** The kind of change. */
    public enum Kind {
        OPENED,
        CLOSED,
        /** Its state or its owners are others than before. */
        CHANGED;

        /** Lower-case name, as in {@code opened}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the events of a delta: what closed comes first, so that a port handed over is seen to close and then to open. */
    public static List<ConnectionEvent> of(Delta delta, Instant time) {
        Stream<ConnectionEvent> closed =
                delta.closed().stream().map(connection -> new ConnectionEvent(Kind.CLOSED, time, null, connection));
        Stream<ConnectionEvent> changed = delta.changed().stream()
                .map(change -> new ConnectionEvent(Kind.CHANGED, time, change.before(), change.after()));
        Stream<ConnectionEvent> opened =
                delta.opened().stream().map(connection -> new ConnectionEvent(Kind.OPENED, time, null, connection));
        return Stream.of(closed, changed, opened).flatMap(events -> events).toList();
    }
}
