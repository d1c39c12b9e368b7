// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.address.Endpoint;

/**
 * A condition on sockets, as they were last seen: one that any of its parts chooses meets it. Each part looks at one thing that many
 * sockets have in common, so millions of them are held against it without being made. A part that is null chooses none.
 *
 * @param traits sees what {@link Question#traits} sees
 * @param localPort chooses by local port; 0 is not a port, and is never chosen
 * @param remotePort chooses by the port of the peer; 0 is never chosen
 * @param local chooses by local address: it sees the end with port 0
 * @param remote chooses by the address of the peer, in the same way
 */
public record Condition(
        Predicate<Connection> traits,
        IntPredicate localPort,
        IntPredicate remotePort,
        Predicate<Endpoint> local,
        Predicate<Endpoint> remote)
        implements Predicate<Connection> {

    /** Chooses by traits alone. */
    public static Condition ofTraits(Predicate<Connection> traits) {
        return new Condition(traits, null, null, null, null);
    }

    /** Chooses by ports alone: by the local one, or that of the peer. */
    public static Condition ofPorts(IntPredicate local, IntPredicate remote) {
        return new Condition(null, local, remote, null, null);
    }

    /** Chooses by addresses alone: by the local one, or that of the peer. */
    public static Condition ofAddresses(Predicate<Endpoint> local, Predicate<Endpoint> remote) {
        return new Condition(null, null, null, local, remote);
    }

    /** Returns the condition that is met if this one or the other one is. */
    public Condition or(Condition other) {
        return new Condition(
                either(traits, other.traits),
                either(localPort, other.localPort),
                either(remotePort, other.remotePort),
                either(local, other.local),
                either(remote, other.remote));
    }

    private static <T> Predicate<T> either(Predicate<T> one, Predicate<T> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }

    private static IntPredicate either(IntPredicate one, IntPredicate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.or(other);
    }

    @Override
    public boolean test(Connection connection) {
        return traits != null && traits.test(connection)
                || chooses(localPort, local, connection.local())
                || connection.remote() != null && chooses(remotePort, remote, connection.remote());
    }

    private static boolean chooses(IntPredicate port, Predicate<Endpoint> address, Endpoint end) {
        return port != null && end.port() != 0 && port.test(end.port())
                || address != null && address.test(new Endpoint(end.address(), 0, end.netInterface()));
    }
}
