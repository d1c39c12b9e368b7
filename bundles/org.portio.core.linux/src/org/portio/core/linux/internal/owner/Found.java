// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.Arrays;
import org.portio.core.linux.internal.netlink.SocketIds;

/** Holders of the sockets of the latest update, as far as they are known. */
final class Found {

    private final Holdings holdings;
    private final Unowned unowned;
    private Holding[] holders = new Holding[64];
    private int count;
    private int atChange;
    private boolean someUnknown;

    Found(Holdings holdings, Unowned unowned) {
        this.holdings = holdings;
        this.unowned = unowned;
    }

    /** Returns who holds the socket of this record; null if nobody does, or nobody who may be seen. */
    Holding of(int record) {
        return holders[record];
    }

    /** Returns the holders by record, with null for each beyond the last one. */
    Holding[] all() {
        return holders;
    }

    /** Returns whether a socket has no holder and may have one. */
    boolean someUnknown() {
        return someUnknown;
    }

    /** Finds them for a new reading. Those of sockets that it has kept are kept, too. */
    void find(SocketIds records) {
        int before = count;
        count = records.count();
        if (holders.length < count) {
            holders = Arrays.copyOf(holders, count + count / 4);
        }
        System.arraycopy(holders, before - records.kept(), holders, count - records.kept(), records.kept());
        Arrays.fill(holders, count, holders.length, null);
        findThoseNotKept(records);
    }

    /** Finds them again if what processes hold has become known anew. */
    void findAgain(SocketIds records) {
        if (atChange != holdings.changes()) {
            findThoseNotKept(records);
        }
    }

    /** Goes on after the first unknown one: each socket is compared with the one that had its inode before. */
    private void findThoseNotKept(SocketIds records) {
        atChange = holdings.changes();
        someUnknown = false;
        for (int i = 0; i < count - records.kept(); i++) {
            int inode = records.inode(i);
            holders[i] = inode == 0 ? null : holdings.find(inode, records.cookie(i));
            someUnknown |= unowned.isUnknown(records, i, holders[i]);
        }
    }
}
