// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portio.core.internal.Difference;

/**
 * The changes between two snapshots.
 *
 * @param opened connections that the later one has and the earlier has not
 * @param closed connections that the earlier one has and the later has not
 * @param changed connections in both whose state or owners differ
 */
public record Delta(List<Connection> opened, List<Connection> closed, List<Change> changed) {

    /** One connection before and after. */
    public record Change(Connection before, Connection after) {}

    public Delta {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        changed = List.copyOf(changed);
    }

    public boolean isEmpty() {
        return opened.isEmpty() && closed.isEmpty() && changed.isEmpty();
    }

    /**
     * Compares by {@link Connection#key()}. Several sockets may have the same key if the source has no key of the
     * platform's (SO_REUSEPORT listeners): they are paired in their order, and only their number counts. Quick if most are
     * the same objects in the same order, as a source gives those that have not changed.
     */
    public static Delta between(Snapshot earlier, Snapshot later) {
        Difference different = Difference.of(earlier.connections(), later.connections());
        Map<ConnectionKey, Deque<Connection>> gone = new HashMap<>();
        for (Connection connection : different.earlier()) {
            gone.computeIfAbsent(connection.key(), _ -> new ArrayDeque<>(1)).add(connection);
        }
        List<Connection> opened = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Connection after : different.later()) {
            Deque<Connection> same = gone.get(after.key());
            Connection before = same == null ? null : same.poll();
            if (before == null) {
                opened.add(after);
            } else if (differs(before, after)) {
                changed.add(new Change(before, after));
            }
        }
        List<Connection> closed = gone.values().stream().flatMap(Deque::stream).toList();
        return new Delta(opened, closed, changed);
    }

    private static boolean differs(Connection before, Connection after) {
        return before != after
                && (before.state() != after.state()
                        || before.keeping().state() != after.keeping().state()
                        || !Objects.equals(before.pidText(), after.pidText()));
    }
}
