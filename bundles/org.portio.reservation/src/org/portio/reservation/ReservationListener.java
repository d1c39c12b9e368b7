// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of reservations as they change; called from another thread than the UI's, one call at a time. */
@ConsumerType
public interface ReservationListener {

    /** All reservations as they stand: once at the beginning, then after each change. */
    void changed(List<ReservationStatus> reservations);

    /** Notes that reservations cannot be seen at the moment; called once until they can be again. */
    void failed(ReservationException failure);
}
