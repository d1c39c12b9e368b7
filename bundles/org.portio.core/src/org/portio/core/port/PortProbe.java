// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import java.net.InetAddress;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.internal.BindingPortProbe;

/**
 * Finds out whether a port is held by trying to bind it. No list of sockets can answer that alone: a socket that is
 * bound but does not listen keeps its port and is in none of the tables below {@code /proc/net}.
 */
@FunctionalInterface
@ProviderType
public interface PortProbe {

    /** The result of an attempt to bind a port. */
    public enum Result {
        /** The port can be bound. */
        FREE,
        /** Some socket holds it. */
        TAKEN,
        /** The system does not let this user bind it, whether it is free or not. */
        DENIED,
        /** This machine has no sockets of this kind, for example because IPv6 is turned off. */
        UNAVAILABLE
    }

    /**
     * Returns whether any socket holds the port on any address of the family, not counting what was left over by connections
     * that have ended.
     *
     * @param leftovers local addresses on which the port has connections in TIME-WAIT; they can keep it from being
     *     bound like a holder, so nothing is asked of these addresses
     */
    Result probe(Protocol protocol, AddressFamily family, int port, Set<InetAddress> leftovers);

    /** Returns whether any socket holds the port on any address of the family. */
    default Result probe(Protocol protocol, AddressFamily family, int port) {
        return probe(protocol, family, port, Set.of());
    }

    /** Returns a probe that binds for a moment, never listens, and lets go at once. */
    static PortProbe ofSystem() {
        return new BindingPortProbe();
    }
}
