// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.ConnectionMonitor;
import org.portio.core.system.Places;
import org.portio.reservation.internal.engine.Engine;

/** Reservations whose sockets this very process holds. One process of a user has them; all others ask that one. */
@ProviderType
public interface HeldPorts extends Reservations, AutoCloseable {

    /**
     * Holds again what is reserved, and keeps trying if that does not succeed at once.
     *
     * @param monitor tells who has a port that is in conflict
     * @throws ReservationException {@code FAILED} if the file of reservations cannot be used: the disk fails, or a newer
     *     PortIO wrote it
     */
    static HeldPorts open(Places places, ConnectionMonitor monitor) throws ReservationException {
        return Engine.open(places, monitor);
    }

    /** Returns the file that says what is reserved. */
    static Path file(Places places) {
        return places.data().resolve("port_reservations.json");
    }

    /** Returns what the user should know of the file of reservations, as that it was damaged and is kept under another name. */
    List<String> reports();

    /** Lets go of the ports; the reservations stay. */
    @Override
    void close();
}
