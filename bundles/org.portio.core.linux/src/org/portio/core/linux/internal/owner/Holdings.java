// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The owners of all sockets. Processes tell the inodes of their sockets only, and an inode may be given out again; the
 * cookie with which a holding was last seen tells when that has happened.
 */
final class Holdings {

    /** The value in place of the cookie if the socket was seen and has gone. */
    private static final long LOST = -1;

    private final IntMap<Holding> byInode = new IntMap<>();
    private Set<HeldProcess> doubted = new LinkedHashSet<>();
    private int changes;

    /** Returns who is known to hold this socket, or null. If it was another socket before, its holders are doubted. */
    Holding find(int inode, long cookie) {
        int at = byInode.find(inode);
        if (at == IntMap.ABSENT) {
            return null;
        }
        Holding holding = byInode.value(at);
        long before = byInode.tag(at);
        if (before != cookie) {
            if (before != 0) {
                doubted.addAll(holding.processes());
            }
            byInode.tag(at, cookie);
        }
        return holding;
    }

    /** Becomes another number with each change of who holds what. */
    int changes() {
        return changes;
    }

    /** Returns processes that were doubted since this was asked last. */
    Set<HeldProcess> takeDoubted() {
        if (doubted.isEmpty()) {
            return doubted;
        }
        Set<HeldProcess> taken = doubted;
        doubted = new LinkedHashSet<>();
        return taken;
    }

    /** Returns the holders of sockets that were seen and are not among these inodes. Each is returned once. */
    Set<HeldProcess> losersWithout(IntMap<Boolean> shown) {
        Set<HeldProcess> losers = new LinkedHashSet<>();
        byInode.forEachKey(inode -> {
            int at = shown.get(inode) == null ? byInode.find(inode) : IntMap.ABSENT;
            if (at != IntMap.ABSENT && byInode.tag(at) != 0 && byInode.tag(at) != LOST) {
                byInode.tag(at, LOST);
                losers.addAll(byInode.get(inode).processes());
            }
        });
        return losers;
    }

    /** Takes over that a process held these sockets before and holds those now, both ascending. */
    void change(HeldProcess process, int[] before, int[] now) {
        int b = 0;
        int n = 0;
        while (b < before.length || n < now.length) {
            if (n == now.length || b < before.length && before[b] < now[n]) {
                release(before[b++], process);
            } else if (b == before.length || now[n] < before[b]) {
                hold(now[n++], process);
            } else {
                n++;
                b++;
            }
        }
    }

    private void hold(int inode, HeldProcess process) {
        changes++;
        Holding others = byInode.get(inode);
        byInode.put(inode, others == null ? process.alone() : others.with(process));
    }

    private void release(int inode, HeldProcess process) {
        changes++;
        Holding holding = byInode.get(inode);
        Holding others = holding == null ? null : holding.without(process);
        if (others == null) {
            byInode.remove(inode);
        } else {
            byInode.put(inode, others);
        }
    }

    /** Forgets the owners, when the process has become another program. */
    void forgetOwnersOf(HeldProcess process) {
        for (int inode : process.sockets()) {
            Holding holding = byInode.get(inode);
            if (holding != null) {
                holding.forgetOwners();
            }
        }
    }
}
