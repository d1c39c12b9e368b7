// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;

/**
 * The account of one socket's life, as far as it was watched. It is told anew as more becomes known; the accounts of one
 * socket have the same {@link #id}.
 *
 * @param id number of the account, unique within a {@link History}: two sockets never share one, also if they are recorded by
 *     different runs; questions are fast if later accounts have greater ones
 * @param connection the socket as it was last seen: ends, state, owners, user, control group, namespace, cookie
 * @param role the part that it had
 * @param opened when it came to be, or, with an {@code earliest} of {@link Instant#MIN}, some time before it was first seen
 * @param closed when it ended; null if it has not, or that is not known
 * @param states the TCP states that it was seen in; empty for UDP
 * @param directories working directory of each owner, by pid; without those that are not known
 * @param traffic its measurements; null if the kernel did not tell
 */
public record Account(
        long id,
        Connection connection,
        Role role,
        Moment opened,
        Moment closed,
        Set<TcpState> states,
        Map<Long, String> directories,
        Traffic traffic) {

    public Account {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(opened, "opened");
        states = Set.copyOf(states);
        directories = Map.copyOf(directories);
    }

    /** Returns whether the socket had not ended when this was told. */
    public boolean isOpen() {
        return closed == null;
    }

    /** Returns the socket as it was while it was there: a listener listened, whatever it was last seen as. */
    public Connection whileThere() {
        return role == Role.LISTENING && connection.protocol() == Protocol.TCP
                ? connection.with().state(TcpState.LISTEN).build()
                : connection;
    }

    /** Returns whether it certainly was there at this time. */
    public boolean wasThere(Instant time) {
        return !time.isBefore(opened.latest()) && (closed == null || isBeforeEnd(time));
    }

    /** Returns true also for the moment at which it was last seen, if that is all that is known of its end. */
    private boolean isBeforeEnd(Instant time) {
        return closed.isExact() ? time.isBefore(closed.earliest()) : !time.isAfter(closed.earliest());
    }

    /** Returns whether it may have been there at some time from {@code from} until {@code until}. */
    public boolean mayOverlap(Instant from, Instant until) {
        return !opened.earliest().isAfter(until)
                && (closed == null || !closed.latest().isBefore(from));
    }
}
