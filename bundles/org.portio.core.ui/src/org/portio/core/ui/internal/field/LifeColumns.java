// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.TimeCells;

/**
 * When connections opened and closed, for the filter: {@code new:<1m}, {@code closed:<5m}. Only what was seen to open is new:
 * what the first snapshot has may have been there for long. From any thread.
 */
public final class LifeColumns {

    private final Map<ConnectionKey, Instant> opened = new ConcurrentHashMap<>();
    private volatile Map<Connection, Instant> closed = Map.of();

    /** Takes in what has changed until this snapshot. */
    public void refreshed(Snapshot snapshot, Delta delta) {
        delta.closed().forEach(connection -> opened.remove(connection.key()));
        if (delta.opened().size() < snapshot.connections().size()) {
            delta.opened().forEach(connection -> opened.put(connection.key(), snapshot.time()));
        }
    }

    /** Takes in when the rows that have closed did so, by the rows themselves. */
    public void closed(Map<Connection, Instant> times) {
        closed = times;
    }

    /** Returns what a filter can name. */
    public List<FilterColumn<Connection>> columns() {
        return List.of(
                FilterColumn.of("new", TimeCells.unseen(row -> times(opened.get(row.key())))),
                FilterColumn.of("closed", TimeCells.unseen(row -> times(closed.get(row)))));
    }

    private static List<Instant> times(Instant time) {
        return time == null ? List.of() : List.of(time);
    }
}
