// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

/** A port could not be reserved, released or handed over; the message is for the user, and says what to do. */
public class ReservationException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** What was asked for makes no sense: no such address, no such executable. */
        INVALID,
        /** Another socket has the port, or it is reserved already. */
        TAKEN,
        /** The system does not let this user do it. */
        PERMISSION,
        /** There is no such reservation. */
        UNKNOWN,
        /** Whoever holds the ports cannot be reached or failed. */
        FAILED
    }

    private final Kind kind;

    public ReservationException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ReservationException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
