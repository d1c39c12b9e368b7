// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.address.Addresses;

/** Decides of which addresses a name server can know a name. */
public final class NameQuestion {

    /** More are not asked about by one command. */
    public static final int MOST = 50;

    private NameQuestion() {}

    /** Returns the remote addresses of these rows that are worth asking about, each once. */
    public static List<InetAddress> of(Collection<Connection> rows) {
        return rows.stream()
                .filter(row -> row.remote() != null)
                .map(row -> Addresses.unmapped(row.remote().address()))
                .filter(NameQuestion::isWorthAsking)
                .distinct()
                .toList();
    }

    /** Returns false for an address that means something else on each machine or link. */
    static boolean isWorthAsking(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }
}
