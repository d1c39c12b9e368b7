// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.util.Locale;

/** The state of a reservation at this moment. */
public enum HoldState {
    /** Its socket is bound, and an attempt to take the port from it has failed. */
    HELD,
    /** Its socket is bound, but the attempt to take the port from it succeeded: on this system it does not hold. */
    UNPROVEN,
    /** The program that it is kept for has the port, or is about to take it. */
    LENT,
    /** Another socket has the port; taking it is tried again and again. */
    CONFLICT,
    /** The system does not let this user bind it. */
    DENIED;

    /** Lower-case name, as in {@code held}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
