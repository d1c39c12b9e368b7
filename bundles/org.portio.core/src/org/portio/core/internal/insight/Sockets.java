// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;

/** Chooses sockets for rules, and names them. */
final class Sockets {

    /** The number of sockets that an insight shows of many. */
    private static final int SHOWN = 100;

    private Sockets() {}

    static Stream<Connection> in(Snapshot snapshot, TcpState... states) {
        List<TcpState> wanted = List.of(states);
        return snapshot.connections().stream()
                .filter(socket -> socket.protocol() == Protocol.TCP && wanted.contains(socket.state()));
    }

    static List<Connection> some(List<Connection> sockets) {
        return sockets.subList(0, Math.min(SHOWN, sockets.size()));
    }

    /** Returns text such as {@code java (PID 42)}; {@code a process that is hidden} if it is not known. */
    static String owner(Connection socket) {
        return socket.owners().isEmpty()
                ? "a process that is hidden"
                : owner(socket.owners().getFirst());
    }

    static String owner(ProcessInfo process) {
        return process.name() + " (PID " + process.pid() + ")";
    }

    /** Returns the value that most of these have, with their number, as in {@code 10.0.0.1:5432 (30)}. */
    static String most(List<Connection> sockets, Function<Connection, Object> value) {
        Map<Object, Long> counts =
                sockets.stream().collect(Collectors.groupingBy(value, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<Object, Long>::getValue))
                .map(most -> most.getKey() + " (" + most.getValue() + ")")
                .orElse("");
    }
}
