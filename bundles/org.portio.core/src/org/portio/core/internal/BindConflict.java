// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/** Tells which sockets can be in each other's way. */
public final class BindConflict {

    private BindConflict() {}

    /**
     * Returns whether sockets that are bound so can be in each other's way: at the same port, at addresses one of which may cover
     * the other, and not each at an interface of its own.
     */
    public static boolean between(Endpoint one, Endpoint other) {
        return one.port() == other.port()
                && Addresses.overlap(one.address(), other.address())
                && one.netInterface().meets(other.netInterface());
    }
}
