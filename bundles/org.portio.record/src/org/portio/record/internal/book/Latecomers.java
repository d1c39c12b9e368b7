// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Role;

/** Connections that ended before the listener that they may have come to was seen; the next snapshot may show it. */
final class Latecomers {

    private static final int MOST = 1 << 14;

    private final Map<Life, SocketEnded> undecided = new LinkedHashMap<>();

    /** Adds one, if its part is not known yet. */
    void add(Life life, SocketEnded end) {
        if (life.role() == Role.UNKNOWN && end.reach() == Reach.ESTABLISHED && undecided.size() < MOST) {
            undecided.put(life, end);
        }
    }

    /** Returns those whose part is known now. */
    List<Life> decide(Listeners listeners) {
        List<Life> decided = new ArrayList<>();
        undecided.forEach((life, end) -> {
            Role role = Roles.of(end, listeners);
            if (life.role() == Role.UNKNOWN && role != Role.UNKNOWN) {
                life.set(role);
                if (role == Role.INCOMING) {
                    listeners.at(end.local()).ifPresent(listener -> Ends.adopt(life, listener));
                }
                decided.add(life);
            }
        });
        undecided.clear();
        return decided;
    }
}
