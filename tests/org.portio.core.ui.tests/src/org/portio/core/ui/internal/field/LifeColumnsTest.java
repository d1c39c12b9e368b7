// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.filter.Filter;

class LifeColumnsTest {

    private final LifeColumns lives = new LifeColumns();
    private final Connection before = socket(1);
    private final Connection early = socket(2);
    private final Connection late = socket(3);

    private static Connection socket(int port) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:" + port))
                .build();
    }

    private static Snapshot snapshot(long secondsAgo, Connection... rows) {
        return new Snapshot(Instant.now().minusSeconds(secondsAgo), "test", List.of(rows), List.of());
    }

    private List<Integer> found(String filter) throws Exception {
        var chosen = Filter.parse(filter, lives.columns(), lives.columns());
        return List.of(before, early, late).stream()
                .filter(chosen)
                .map(row -> row.local().port())
                .toList();
    }

    @Test
    void whatWasSeenToOpenIsNewForAWhileAndWhatWasThereBeforeIsNot() throws Exception {
        Snapshot none = snapshot(400);
        Snapshot first = snapshot(300, before);
        Snapshot second = snapshot(200, before, early);
        Snapshot third = snapshot(10, before, early, late);
        lives.refreshed(first, Delta.between(none, first));
        lives.refreshed(second, Delta.between(first, second));
        lives.refreshed(third, Delta.between(second, third));
        assertEquals(List.of(3), found("new:<1m"));
        assertEquals(List.of(3), found("new:1m"));
        assertEquals(List.of(2, 3), found("new:<5m"));
        assertEquals(List.of(2), found("new:>1m"));
        assertEquals(List.of(1), found("!new:<1h"));

        Snapshot fourth = snapshot(0, before, late);
        lives.refreshed(fourth, Delta.between(third, fourth));
        assertEquals(List.of(3), found("new:<5m"));
    }

    @Test
    void whatHasClosedIsFoundByWhenItDid() throws Exception {
        Map<Connection, Instant> times = new IdentityHashMap<>();
        times.put(early, Instant.now().minusSeconds(120));
        times.put(late, Instant.now().minusSeconds(5));
        lives.closed(times);
        assertEquals(List.of(3), found("closed:<1m"));
        assertEquals(List.of(2, 3), found("closed:<5m"));
        assertEquals(List.of(1), found("!closed:<5m"));
    }
}
