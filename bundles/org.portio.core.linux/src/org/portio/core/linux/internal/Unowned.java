// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.function.IntPredicate;

/** Sockets that nobody has who may be looked at, which is known by a look at all: they are not searched again and again. */
final class Unowned {

    private final IntMap<Boolean> sure = new IntMap<>();
    private IntMap<Boolean> unknownBefore = new IntMap<>();

    boolean has(SocketIds records, int record) {
        int at = sure.find(records.inode(record));
        return at != IntMap.ABSENT && sure.tag(at) == records.cookie(record);
    }

    void add(SocketIds records, int record) {
        sure.put(records.inode(record), true);
        sure.tag(sure.find(records.inode(record)), records.cookie(record));
    }

    /** To be called with the sockets that some process holds now. */
    void removeAll(int... inodes) {
        for (int i = 0; sure.size() > 0 && i < inodes.length; i++) {
            sure.remove(inodes[i]);
        }
    }

    void clear() {
        sure.clear();
    }

    /**
     * Whether some of the unknown sockets are not to be gone in a moment: a listener, or one that was unknown the last time,
     * too. To be asked once for each moment.
     */
    boolean someStay(SocketIds records, IntPredicate isUnknown) {
        IntMap<Boolean> before = unknownBefore;
        unknownBefore = new IntMap<>();
        boolean stay = false;
        for (int i = 0; i < records.count(); i++) {
            if (isUnknown.test(i)) {
                stay |= records.isListener(i) || before.get(records.inode(i)) != null;
                unknownBefore.put(records.inode(i), true);
            }
        }
        return stay;
    }
}
