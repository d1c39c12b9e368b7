// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.List;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;

/** What is known of the owner of each socket of one moment. */
final class Ownerships {

    private final Owners owners;
    private SocketIds records;
    private boolean someHidden;

    Ownerships(Owners owners) {
        this.owners = owners;
    }

    /** Brings it up to date with these sockets. */
    void update(SocketIds sockets) {
        records = sockets;
        owners.update(sockets);
        someHidden = owners.someAreHidden();
    }

    /** The processes that hold the socket of this record; the same list as long as nothing about them changes. */
    List<ProcessInfo> owners(int record) {
        Holding holding = owners.of(record);
        return holding == null ? List.of() : holding.owners();
    }

    Ownership of(int record) {
        if (owners.of(record) != null) {
            return Ownership.KNOWN;
        }
        if (records.inode(record) == 0) {
            return Ownership.NONE;
        }
        return someHidden ? Ownership.HIDDEN : Ownership.CLOSED;
    }
}
