// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A place for each of many ids, in 18 to 36 bytes. */
final class IdPlaces {

    private static final int NONE = -1;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long[] ids = new long[1 << 10];
    private int[] places = empty(ids.length);
    private int count;

    private static int[] empty(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }

    /** Returns the place of an id, or -1. */
    int get(long id) {
        return places[slot(id)];
    }

    /** Sets the place of an id, from 0 on. */
    void put(long id, int place) {
        int slot = slot(id);
        if (places[slot] == NONE && ++count > ids.length / 3 * 2) {
            grow();
            slot = slot(id);
        }
        ids[slot] = id;
        places[slot] = place;
    }

    /** Returns the slot of an id, or the one in which it would be. */
    private int slot(long id) {
        int slot = (int) (id * MIX >>> Integer.SIZE) & ids.length - 1;
        while (places[slot] != NONE && ids[slot] != id) {
            slot = slot + 1 & ids.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldIds = ids;
        int[] oldPlaces = places;
        ids = new long[2 * oldIds.length];
        places = empty(ids.length);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldPlaces[i] != NONE) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                places[slot] = oldPlaces[i];
            }
        }
    }

    /** Returns all places. */
    IntStream stream() {
        return Arrays.stream(places).filter(place -> place != NONE);
    }
}
