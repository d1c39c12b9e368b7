// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import org.portio.core.PortioException;
import org.portio.core.system.Remedy;

/** A port could not be reserved, released or handed over; the message is for the user, and says what to do. */
public class ReservationException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ReservationException(Kind kind, String message, Remedy remedy, Throwable cause) {
        super(kind, message, remedy, cause);
    }

    /** Passes on what another part of PortIO failed with, as it is. */
    public ReservationException(PortioException other) {
        this(other.kind(), other.what(), other.remedy(), other);
    }

    public ReservationException(Kind kind, String message, Remedy remedy) {
        this(kind, message, remedy, null);
    }

    public ReservationException(Kind kind, String message, Throwable cause) {
        this(kind, message, Remedy.NONE, cause);
    }

    public ReservationException(Kind kind, String message) {
        this(kind, message, Remedy.NONE, null);
    }
}
