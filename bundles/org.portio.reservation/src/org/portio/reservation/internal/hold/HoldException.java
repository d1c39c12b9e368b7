// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

/** A port could not be held; the message is a phrase about it that follows the port's name and "is" or "cannot be held". */
public final class HoldException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Another socket has it. */
        TAKEN,
        /** The system does not let this user bind it. */
        DENIED,
        /** This machine does not have the address. */
        NO_ADDRESS,
        /** Anything else. */
        FAILED
    }

    private final Reason reason;

    HoldException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
