// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.portio.core.address.Addresses;

/** Sentences about the names of addresses. */
final class NameText {

    private NameText() {}

    static String asking(List<InetAddress> addresses) {
        return addresses.size() == 1
                ? NLS.bind(Messages.NameText_askingOne, Addresses.format(addresses.getFirst()))
                : NLS.bind(Messages.NameText_askingMany, addresses.size());
    }

    /**
     * Returns what came of it.
     *
     * @param found the answers that came in time, with an empty name for an address that has none
     */
    static String of(List<InetAddress> asked, Map<InetAddress, String> found) {
        if (asked.size() > 1) {
            long named = found.values().stream().filter(name -> !name.isEmpty()).count();
            return NLS.bind(Messages.NameText_many, named, asked.size());
        }
        String address = Addresses.format(asked.getFirst());
        String name = found.get(asked.getFirst());
        if (name == null) {
            return NLS.bind(Messages.NameText_noAnswer, address);
        }
        return name.isEmpty()
                ? NLS.bind(Messages.NameText_noName, address)
                : NLS.bind(Messages.NameText_name, address, name);
    }
}
