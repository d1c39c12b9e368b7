// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import org.portio.core.ConnectionMonitor;
import org.portio.core.Places;
import org.portio.reservation.ReservationException;

/** Sockets of this process. */
public final class RealEngines {

    private RealEngines() {}

    public static Engines.Opener of(Places places, ConnectionMonitor monitor) {
        return () -> {
            throw new ReservationException(ReservationException.Kind.FAILED, "not merged " + places + monitor);
        };
    }
}
