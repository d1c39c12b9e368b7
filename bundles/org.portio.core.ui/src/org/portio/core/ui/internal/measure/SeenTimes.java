// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.Delta;
import org.portio.core.Snapshot;

/** The time at which each connection was first seen. Only those that came later than the first snapshot are kept. From any thread. */
final class SeenTimes {

    private static final int CLOSED_KEPT = 10_000;

    private final Map<ConnectionKey, Instant> later = new HashMap<>();
    private Snapshot latest;
    private Instant begin;

    /** Takes in a snapshot and what has changed. */
    synchronized void refreshed(Snapshot snapshot, Delta delta) {
        // After a while unseen, all are said to be new.
        boolean isFirst = delta.opened().size() == snapshot.connections().size();
        Delta since = isFirst && latest != null ? Delta.between(latest, snapshot) : delta;
        latest = snapshot;
        if (begin == null) {
            begin = snapshot.time();
        } else {
            note(snapshot.time(), since);
        }
    }

    /** Notes what has opened. What has closed is still shown for a while, and forgotten later. */
    private void note(Instant time, Delta delta) {
        delta.opened().forEach(connection -> later.put(connection.key(), time));
        int there = latest.connections().size();
        if (later.size() > 2 * there + CLOSED_KEPT) {
            Set<ConnectionKey> keys = HashSet.newHashSet(there);
            latest.connections().forEach(connection -> keys.add(connection.key()));
            later.keySet().retainAll(keys);
        }
    }

    /** Returns when it was first seen; null before the first snapshot. */
    synchronized Instant of(Connection connection) {
        return later.getOrDefault(connection.key(), begin);
    }
}
