// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpState;

/**
 * The sockets that connections leave behind at a port when their process has closed them: most of them the system
 * removes.
 */
public record Leftovers(List<Connection> sockets, ConnectionMonitor monitor) {

    /** The states that a socket goes through after its process has closed it. */
    private static final Set<TcpState> CLOSING =
            EnumSet.of(TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2, TcpState.CLOSING, TcpState.LAST_ACK);

    /** The most sockets that are asked how long they stay. */
    private static final int ASKED = 1000;

    /** Returns those among the sockets. */
    public static Leftovers among(List<Connection> sockets, ConnectionMonitor monitor) {
        return new Leftovers(sockets.stream().filter(Leftovers::isOne).toList(), monitor);
    }

    /** Returns whether the socket is a leftover; in other states, a socket without an owner waits to be accepted. */
    public static boolean isOne(Connection socket) {
        return socket.state() == TcpState.TIME_WAIT
                || CLOSING.contains(socket.state()) && socket.owners().isEmpty() && !socket.ownerHidden();
    }

    /** Returns text such as {@code 2 connections are in TIME-WAIT for up to 60 s and 1 connection is in FIN-WAIT-1 until
     * the other end answers}. */
    public String text() {
        return sockets.stream()
                .collect(Collectors.groupingBy(Connection::state, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(entry -> text(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" and "));
    }

    /** Returns text such as {@code in TIME-WAIT for up to 60 s}. */
    public String states() {
        return sockets.stream()
                .collect(Collectors.groupingBy(Connection::state, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(entry -> "in " + entry.getKey().label() + stay(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns how long the last of those stays that go by themselves, in seconds; 0 if that is not known. */
    public long longestSeconds() {
        return longest(sockets).map(time -> time.toSeconds() + 1).orElse(0L);
    }

    /**
     * Returns whether it goes by itself after a time. One that waits for the other end may stay as long as that lives.
     */
    public static boolean isTimed(Connection socket, ConnectionMonitor monitor) {
        return socket.state() == TcpState.TIME_WAIT
                || new Leftovers(List.of(socket), monitor)
                        .longest(List.of(socket))
                        .isPresent();
    }

    private String text(TcpState state, List<Connection> those) {
        String count = those.size() == 1 ? "1 connection is in " : those.size() + " connections are in ";
        return count + state.label() + stay(those);
    }

    private String stay(List<Connection> those) {
        return longest(those)
                .map(time -> " for up to " + (time.toSeconds() + 1) + " s")
                .orElse(those.getFirst().state() == TcpState.TIME_WAIT ? "" : " until the other end answers");
    }

    /** Returns how long the last of them stays; empty if that is not known, or up to the other end. */
    private Optional<Duration> longest(List<Connection> those) {
        return those.stream()
                .limit(ASKED)
                .map(this::remaining)
                .filter(Objects::nonNull)
                .max(Duration::compareTo);
    }

    private Duration remaining(Connection socket) {
        try {
            return monitor.details(socket)
                    .map(SocketDetails::timer)
                    .filter(timer -> timer.kind() == SocketTimer.Kind.TIME_WAIT)
                    .map(SocketTimer::remaining)
                    .orElse(null);
        } catch (ConnectionException _) {
            return null; // it is said without the time
        }
    }
}
