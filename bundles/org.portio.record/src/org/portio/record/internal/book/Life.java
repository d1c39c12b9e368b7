// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.record.Traffic;

/** An account in the making. */
final class Life {

    private final long id;
    private final Set<TcpState> states = EnumSet.noneOf(TcpState.class);
    private Connection connection;
    private Role role = Role.UNKNOWN;
    private Moment opened;
    private Moment closed;
    private Map<Long, String> directories = Map.of();
    private Traffic traffic;
    /** Whether it is among the connections that were seen, or was there before. */
    private boolean counted;
    /** When it was last in a snapshot for certain; null as long as it is in the latest. */
    private Instant lastSeen;

    /** When the first snapshot came that it was not in. */
    private Instant missed;

    Life(long id, Connection connection, Moment opened) {
        this.id = id;
        this.connection = connection;
        this.opened = opened;
        note(connection.state());
    }

    private void note(TcpState state) {
        if (state != null) {
            states.add(state);
        }
    }

    /** Takes over what a newer row says; the owners that it had stay known when it has none any more. */
    boolean update(Connection row) {
        Account before = account();
        note(row.state());
        connection = inherit(row);
        return !sameButForQueues(before);
    }

    private boolean sameButForQueues(Account before) {
        return before.states().equals(states)
                && before.connection()
                        .with()
                        .queues(connection.queues())
                        .build()
                        .equals(connection);
    }

    private Connection inherit(Connection row) {
        Connection.Builder builder = row.with();
        if (row.owners().isEmpty() && !connection.owners().isEmpty()) {
            builder.owners(connection.owners(), Ownership.KNOWN).inode(connection.inode());
        }
        if (row.user() == null) {
            builder.user(connection.user());
        }
        if (row.group().equals(ControlGroup.NONE)) {
            builder.group(connection.group());
        }
        if (row.remote() == null) {
            builder.remote(connection.remote());
        }
        return builder.build();
    }

    /** Takes over what the kernel said of its end. */
    void end(SocketEnded event) {
        if (event.metrics() != null) {
            traffic = traffic(event.metrics());
        }
        if (event.reach() == SocketEnded.Reach.ESTABLISHED) {
            note(TcpState.ESTABLISHED);
        }
        if (connection.remote() == null && event.remote() != null) {
            connection = connection.with().remote(event.remote()).build();
        }
    }

    /** The kernel counts one more byte as acknowledged for each SYN and FIN, and those sent again as sent again. */
    private static Traffic traffic(TcpMetrics metrics) {
        long sent = metrics.bytesSent() < 0
                ? metrics.bytesAcknowledged()
                : Math.min(metrics.bytesSent(), metrics.bytesAcknowledged());
        Duration minimum = metrics.minimumRoundTrip();
        return new Traffic(sent, metrics.bytesReceived(), minimum, metrics.retransmissions());
    }

    /** Notes that a snapshot does not have it. */
    void miss(Instant seen, Instant arrival) {
        doubt(seen);
        missed = arrival;
    }

    /** Notes that a snapshot may have only what the kernel keeps after its end. */
    void doubt(Instant seen) {
        lastSeen = lastSeen == null ? seen : lastSeen;
    }

    /** Notes that a snapshot has it again. */
    void found() {
        lastSeen = null;
        missed = null;
    }

    boolean isMissing() {
        return missed != null;
    }

    /** Returns the time by which it was missing; null if it is not. */
    Instant missed() {
        return missed;
    }

    /** Closes it, at the latest then. */
    void close(Instant seen, Instant latest, Evidence evidence) {
        Instant since = lastSeen == null ? seen : lastSeen;
        Instant from = since.isBefore(opened.earliest()) ? opened.earliest() : since;
        Instant until = missed != null && missed.isBefore(latest) ? missed : latest;
        closed = new Moment(from.isAfter(until) ? until : from, until, evidence);
    }

    void exactly(Moment exactlyOpened, Moment exactlyClosed) {
        opened = exactlyOpened == null ? opened : exactlyOpened;
        closed = exactlyClosed == null ? closed : exactlyClosed;
    }

    /** Returns whether it is a connection of which the kernel's counters know as well. */
    static boolean isOpen(TcpState state) {
        return state != null
                && switch (state) {
                    case LISTEN, BOUND, CLOSED, SYN_RECEIVED, TIME_WAIT -> false;
                    default -> true;
                };
    }

    /** Returns true once, when it is to be counted. */
    boolean count() {
        boolean isFirst = !counted;
        counted = true;
        return isFirst;
    }

    long id() {
        return id;
    }

    Connection connection() {
        return connection;
    }

    void set(Connection newConnection) {
        connection = newConnection;
    }

    Role role() {
        return role;
    }

    void set(Role newRole) {
        role = newRole;
    }

    void set(Map<Long, String> newDirectories) {
        directories = newDirectories;
    }

    boolean isTcp() {
        return connection.protocol() == Protocol.TCP;
    }

    Account account() {
        return new Account(id, connection, role, opened, closed, states, directories, traffic);
    }
}
