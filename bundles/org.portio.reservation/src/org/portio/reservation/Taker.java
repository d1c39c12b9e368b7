// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

/** The process that took a port lent to a program. */
public enum Taker {
    /** Nobody has looked yet, or the port is not lent. */
    UNKNOWN,
    /** Nobody listens. */
    NOBODY,
    /**
     * The program was given the listening socket, but it does not accept: for example a wrapper whose own program does
     * not have it.
     */
    NOT_ACCEPTED,
    /** The program, or one that it has started, listens and, with a socket that it was given, accepts. */
    PROGRAM,
    /** Somebody listens who cannot be seen. */
    UNSEEN,
    /** Somebody else has taken it. */
    OTHER;

    /** Returns whether somebody serves the port. */
    public boolean listens() {
        return this == PROGRAM || this == UNSEEN || this == OTHER;
    }
}
