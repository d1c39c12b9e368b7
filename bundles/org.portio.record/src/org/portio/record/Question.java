// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.core.Connection;

/**
 * A question about the past. What chooses among the sockets comes in parts, since all but the filter can be answered without
 * making each of millions of sockets.
 *
 * @param from the beginning of the time asked about; equals {@code until} for one moment
 * @param until its end
 * @param ports chooses by port: a socket is meant if its local or its remote port is; {@link #ANY_PORT} for all
 * @param traits chooses by what sockets have in common: it sees each kind of socket once, with its protocol, family, state,
 *     owners, user, control group and namespace, and whether it has a peer, but with neither address, port, queues, inode nor key
 * @param conditions choose by addresses, and by whatever else one can be about; all of them must be met
 * @param filter chooses among the sockets themselves, as they were last seen; {@link #ANY} for all. It takes microseconds for each
 *     socket that the others leave
 * @param limit number of accounts to give at most, the newest; the others are counted
 */
public record Question(
        Instant from,
        Instant until,
        IntPredicate ports,
        Predicate<Connection> traits,
        List<Condition> conditions,
        Predicate<Connection> filter,
        int limit) {

    /** Chooses all ports. */
    public static final IntPredicate ANY_PORT = _ -> true;
    /** Chooses all sockets. */
    public static final Predicate<Connection> ANY = _ -> true;

    private static final int PORTS = 0xffff;

    public Question {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(traits, "traits");
        conditions = List.copyOf(conditions);
        Objects.requireNonNull(filter, "filter");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the time asked about ends before it begins");
        }
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
    }

    /** Returns whether it is about such a socket; when that was there is left open. */
    public boolean chooses(Connection connection) {
        return (ports == ANY_PORT || Condition.ofPorts(ports, ports).test(connection))
                && traits.test(connection)
                && conditions.stream().allMatch(condition -> condition.test(connection))
                && filter.test(connection);
    }

    /** Returns whether something that PortIO did concerns the ports that it is about; when that was is left open. */
    public boolean chooses(Act act) {
        return ports == ANY_PORT || act.port() > 0 && act.port() <= PORTS && ports.test(act.port());
    }

    /** Creates one without conditions. */
    public Question(
            Instant from,
            Instant until,
            IntPredicate ports,
            Predicate<Connection> traits,
            Predicate<Connection> filter,
            int limit) {
        this(from, until, ports, traits, List.of(), filter, limit);
    }

    /** Asks for all sockets of this time. */
    public static Question between(Instant from, Instant until) {
        return new Question(from, until, ANY_PORT, ANY, ANY, Integer.MAX_VALUE);
    }

    /** Returns the same question about these ports alone. */
    public Question about(IntPredicate newPorts) {
        return new Question(from, until, newPorts, traits, conditions, filter, limit);
    }

    /** Returns the same question about sockets with these traits alone. */
    public Question having(Predicate<Connection> newTraits) {
        return new Question(from, until, ports, newTraits, conditions, filter, limit);
    }

    /** Returns the same question about sockets that meet one more condition. */
    public Question meeting(Condition condition) {
        List<Condition> all =
                Stream.concat(conditions.stream(), Stream.of(condition)).toList();
        return new Question(from, until, ports, traits, all, filter, limit);
    }

    /** Returns the same question about sockets that the filter chooses. */
    public Question matching(Predicate<Connection> newFilter) {
        return new Question(from, until, ports, traits, conditions, newFilter, limit);
    }

    /** Returns the same question with another limit. */
    public Question limitedTo(int newLimit) {
        return new Question(from, until, ports, traits, conditions, filter, newLimit);
    }
}
