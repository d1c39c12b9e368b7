// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for clients, which all TCP servers share. A server may take three quarters of what the others leave, so that the
 * next one always finds some, however full the others are; and a few are each server's own.
 */
final class Places {

    /** The factor of the free places that a server may have. */
    private static final int TIMES_THE_FREE = 3;

    private static final int OWN_PART = 64;
    private static final int MOST_OWN = 64;

    private final int all;
    private final AtomicInteger taken = new AtomicInteger();

    /** Creates one with this many places. */
    Places(int all) {
        this.all = all;
    }

    /** Returns the number of free places; negative if servers use places of their own beyond them. */
    int free() {
        return all - taken.get();
    }

    /** Returns the share of a new server. */
    Share share() {
        return new Share();
    }

    /** The places of one server. One thread takes, any thread gives back. */
    final class Share {

        private final AtomicInteger used = new AtomicInteger();

        private Share() {}

        /** Tells whether there is a place for one more client. */
        boolean hasRoom() {
            int own = Math.clamp(all / OWN_PART, 1, MOST_OWN);
            return used.get() < Math.max(own, TIMES_THE_FREE * free());
        }

        boolean tryTake() {
            if (!hasRoom()) {
                return false;
            }
            used.incrementAndGet();
            taken.incrementAndGet();
            return true;
        }

        void giveBack() {
            used.decrementAndGet();
            taken.decrementAndGet();
        }
    }
}
