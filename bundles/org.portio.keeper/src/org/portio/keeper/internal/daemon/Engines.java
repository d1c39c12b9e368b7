// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.util.List;
import java.util.Map;
import org.portio.keeper.Companion;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;

/**
 * The services that the keeper runs.
 *
 * @param companions what else lives in the process, by name
 * @param reports what there is to tell about the start, as a file of reservations that had to be set aside
 * @param end gives up all holds and servers
 */
public record Engines(
        Reservations reservations,
        TemporaryServers servers,
        Map<String, Companion.Stay> companions,
        List<String> reports,
        Runnable end)
        implements AutoCloseable {

    /** Opens them, which binds ports: called with the keeper's lock in hand. */
    @FunctionalInterface
    public interface Opener {
        Engines open() throws ReservationException;
    }

    @Override
    public void close() {
        end.run();
    }
}
