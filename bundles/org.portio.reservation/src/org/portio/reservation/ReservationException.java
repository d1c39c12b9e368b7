// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** A port could not be reserved, released or handed over; the message is for the user, and says what to do. */
public class ReservationException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ReservationException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public ReservationException(Failure failure) {
        this(failure, null);
    }
}
