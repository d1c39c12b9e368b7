// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import java.net.InetAddress;
import org.portio.core.address.Addresses;

/** Asks the system for a name. Waits as long as the system does: for the threads of a cache only. */
final class Lookup {

    private Lookup() {}

    /** Returns the name of an address, if that name leads back to the address; else nothing. */
    static String name(InetAddress address) {
        // Anew, as an address remembers that it has no name.
        InetAddress fresh = Addresses.of(address.getAddress());
        String name = fresh.getCanonicalHostName();
        return name.equals(fresh.getHostAddress()) ? "" : name;
    }
}
