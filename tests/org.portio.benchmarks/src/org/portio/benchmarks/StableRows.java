// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/** Watches whether each socket that stays open is one row in each snapshot, while others come and go. */
final class StableRows {

    /** A socket without the kernel's number: one that is listed twice must not count as two. */
    private record Row(Protocol protocol, AddressFamily family, Endpoint local, Endpoint remote) {

        static Row of(Connection connection) {
            return new Row(connection.protocol(), connection.family(), connection.local(), connection.remote());
        }
    }

    private final Set<Row> expected;
    private int missed;
    private int doubled;

    private StableRows(Set<Row> expected) {
        this.expected = expected;
    }

    /** Returns the sockets of these processes; fails unless there are this many. */
    static StableRows of(ConnectionSource source, Set<Long> pids, int count) throws IOException {
        Set<Row> rows = read(source).stream()
                .filter(row -> row.owners().stream().anyMatch(owner -> pids.contains(owner.pid())))
                .map(Row::of)
                .collect(Collectors.toSet());
        if (rows.size() != count) {
            throw new IOException(
                    "%s sees %d of %d sockets while nothing changes".formatted(source.name(), rows.size(), count));
        }
        return new StableRows(rows);
    }

    void check(ConnectionSource source) throws IOException {
        Map<Row, Integer> seen = new HashMap<>();
        for (Connection connection : read(source)) {
            seen.merge(Row.of(connection), 1, Integer::sum);
        }
        for (Row row : expected) {
            int times = seen.getOrDefault(row, 0);
            missed += times == 0 ? 1 : 0;
            doubled += times > 1 ? 1 : 0;
        }
    }

    private static List<Connection> read(ConnectionSource source) throws IOException {
        try {
            return source.read().connections();
        } catch (ConnectionException e) {
            throw new IOException(e);
        }
    }

    int missed() {
        return missed;
    }

    int doubled() {
        return doubled;
    }
}
