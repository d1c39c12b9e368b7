// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.util.Locale;

/** The way in which a held port gets to the program that it is kept for. */
public enum HandOver {
    /**
     * Choose by descriptor if the program's file mentions {@code LISTEN_FDS}, otherwise by any if its calls can be answered
     * here, otherwise by latch, otherwise by release.
     */
    AUTO,
    /**
     * The held socket is put in place of the program's own when it binds the port, so any program gets it, and nobody can come
     * between. Linux only; what the program starts with more rights, as by sudo, does not get them.
     */
    ANY,
    /**
     * The held socket itself, listening, as descriptor 3 with {@code LISTEN_FDS=1} (sd_listen_fds(3)). Nobody can come
     * between, and clients that connect early wait. TCP on Linux only.
     */
    DESCRIPTOR,
    /**
     * The hold as a latch: until the program listens, it lets in sockets with {@code SO_REUSEADDR}, which most servers set.
     * The hold itself stays. TCP only.
     */
    LATCH,
    /** The hold is given up before the program starts; whoever binds first has the port. */
    RELEASE;

    /** Lower-case name, as users write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
