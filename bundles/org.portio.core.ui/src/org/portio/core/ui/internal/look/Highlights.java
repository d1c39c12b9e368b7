// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;

/** The connections that stand out for a while because they are new or have changed. From any thread. */
final class Highlights {

    static final String OPENED_COLOUR = "org.portio.core.ui.openedConnection";
    static final String CHANGED_COLOUR = "org.portio.core.ui.changedConnection";

    private record Event(String colour, Instant time) {

        boolean isRecent(Instant now, Duration lasting) {
            return time.plus(lasting).isAfter(now);
        }
    }

    private final Map<ConnectionKey, Event> events = new HashMap<>();
    /** Events of connections without a key of the platform's, of which two may be equal. */
    private final Map<Connection, Event> ofObjects = new IdentityHashMap<>();

    /** Takes in what has changed, and forgets what happened longer ago than this. */
    synchronized void refreshed(Snapshot snapshot, Delta delta, Duration lasting) {
        Instant now = snapshot.time();
        // Everything is new in a first snapshot: there, nothing stands out.
        if (delta.opened().size() < snapshot.connections().size()) {
            delta.opened().forEach(connection -> put(connection, new Event(colourOfNew(connection), now)));
        }
        for (Delta.Change change : delta.changed()) {
            Event before = event(change.before());
            boolean isNew = before != null && before.colour().equals(OPENED_COLOUR) && before.isRecent(now, lasting);
            put(change.after(), isNew ? before : new Event(CHANGED_COLOUR, now));
        }
        events.values().removeIf(event -> !event.isRecent(now, lasting));
        ofObjects.values().removeIf(event -> !event.isRecent(now, lasting));
    }

    /** Returns the id of the theme colour for this connection; null if it does not stand out. */
    synchronized String colour(Connection connection, Instant now, Duration lasting) {
        Event event = event(connection);
        return event != null && event.isRecent(now, lasting) ? event.colour() : null;
    }

    /** Returns that of a change for what the kernel remembers of a connection: for the kernel it is another socket, for people it is not. */
    private static String colourOfNew(Connection connection) {
        return connection.state() == TcpState.TIME_WAIT ? CHANGED_COLOUR : OPENED_COLOUR;
    }

    private void put(Connection connection, Event event) {
        if (connection.platformKey() == 0) {
            ofObjects.put(connection, event);
        } else {
            events.put(connection.key(), event);
        }
    }

    private Event event(Connection connection) {
        return connection.platformKey() == 0 ? ofObjects.get(connection) : events.get(connection.key());
    }
}
