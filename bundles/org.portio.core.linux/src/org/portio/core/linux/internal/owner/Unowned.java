// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.Arrays;
import org.portio.core.linux.internal.netlink.SocketIds;

/** Sockets that nobody has who may be looked at, which is known by a look at all: they are not searched again and again. */
final class Unowned {

    private final IntMap<Boolean> sure = new IntMap<>();
    private IntMap<Boolean> unknownBefore = new IntMap<>();

    boolean has(SocketIds records, int record) {
        int at = sure.find(records.inode(record));
        return at != IntMap.ABSENT && sure.tag(at) == records.cookie(record);
    }

    /** Returns whether its owner is to be looked for: it has been found with nobody, and not been given up. */
    boolean isUnknown(SocketIds records, int record, Holding holding) {
        return holding == null && records.inode(record) != 0 && !has(records, record);
    }

    /** Returns whether some of the unknown ones that are there by their cookies are this user's; any if it is root. */
    boolean wouldHave(SocketIds records, long[] there, Holding[] found, long user) {
        for (int i = 0; i < records.count(); i++) {
            if (isOf(user, records, i) && isToBeAdded(records, i, there, found[i])) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a socket is this user's; any is if it is root. */
    static boolean isOf(long user, SocketIds records, int record) {
        return user == 0 || records.uid(record) == user;
    }

    /** Gives up those of the unknown ones that are there by their cookies. */
    void addAll(SocketIds records, long[] there, Holding... found) {
        for (int i = 0; i < records.count(); i++) {
            if (isToBeAdded(records, i, there, found[i])) {
                sure.put(records.inode(i), true);
                sure.tag(sure.find(records.inode(i)), records.cookie(i));
            }
        }
    }

    private boolean isToBeAdded(SocketIds records, int record, long[] there, Holding holding) {
        return isUnknown(records, record, holding) && Arrays.binarySearch(there, records.cookie(record)) >= 0;
    }

    /** Removes the sockets that some process holds now. */
    void removeAll(int... inodes) {
        for (int i = 0; sure.size() > 0 && i < inodes.length; i++) {
            sure.remove(inodes[i]);
        }
    }

    void clear() {
        sure.clear();
    }

    /**
     * Returns whether some of the sockets that are unknown, and were found with nobody, are not to be gone in a moment: a
     * listener, or one that was unknown the last time, too. One that was kept tells nothing of this moment. Ask once for
     * each moment.
     */
    boolean someStay(SocketIds records, Holding... found) {
        IntMap<Boolean> before = unknownBefore;
        unknownBefore = new IntMap<>();
        boolean stay = false;
        for (int i = 0; i < records.count(); i++) {
            if (isUnknown(records, i, found[i])) {
                stay |= i < records.count() - records.kept()
                        && (records.isListener(i) || before.get(records.inode(i)) != null);
                unknownBefore.put(records.inode(i), true);
            }
        }
        return stay;
    }
}
