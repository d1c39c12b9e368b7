// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import org.portio.reservation.PortKey;

/** Takes ports, in the way of one operating system. */
public interface Holds {

    /** Binds the port so that nobody else can, also over what ended connections have left. */
    Hold take(PortKey key) throws HoldException;

    /**
     * Tries to take a port from the hold that it has, as a program would.
     *
     * @return how that succeeded; empty if it failed, as it should
     */
    String theft(PortKey key);

    /** Returns whether holds can be lent by descriptor. */
    boolean passesDescriptors();

    /** Returns those of this machine. */
    static Holds ofSystem() {
        return LinuxSockets.arePossible() ? new LinuxHolds() : new JavaHolds();
    }
}
