// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Maps an inode number to a value and a tag, without an object for each number as {@link java.util.HashMap} needs. Open
 * addressing; 0, which is no inode, marks a free place.
 */
final class IntMap<V> {

    static final int ABSENT = -1;

    /** Key and tag of a place side by side, so that both come from memory at once. */
    private long[] slots = new long[2 * 64];

    private Object[] values = new Object[64];
    private int size;

    int size() {
        return size;
    }

    V get(int key) {
        return value(place(key));
    }

    /** Returns the value at a place that {@link #find} gave. */
    @SuppressWarnings("unchecked") // only put() writes values
    V value(int at) {
        return (V) values[at];
    }

    /** Returns where this key is until the map is changed, else {@link #ABSENT}. */
    int find(int key) {
        int at = place(key);
        return key(at) == 0 ? ABSENT : at;
    }

    /** Returns the tag at a place that {@link #find} gave; 0 until it is set. */
    long tag(int at) {
        return slots[2 * at + 1];
    }

    void tag(int at, long tag) {
        slots[2 * at + 1] = tag;
    }

    private int key(int at) {
        return (int) slots[2 * at];
    }

    /** A key that was there keeps its tag. */
    void put(int key, V value) {
        int at = place(key);
        if (key(at) == 0) {
            slots[2 * at] = key;
            size++;
        }
        values[at] = value;
        if (2 * size > values.length) {
            grow();
        }
    }

    /** Takes a key out, and moves those behind it so that no search ends before it should. */
    void remove(int key) {
        int free = place(key);
        if (key(free) == 0) {
            return;
        }
        size--;
        clear(free);
        int mask = values.length - 1;
        for (int at = free + 1 & mask; key(at) != 0; at = at + 1 & mask) {
            int moved = key(at);
            Object value = values[at];
            long tag = tag(at);
            clear(at);
            set(place(moved), moved, value, tag);
        }
    }

    void forEachKey(IntConsumer sink) {
        for (int at = 0; at < values.length; at++) {
            if (key(at) != 0) {
                sink.accept(key(at));
            }
        }
    }

    void clear() {
        Arrays.fill(slots, 0);
        Arrays.fill(values, null);
        size = 0;
    }

    private void clear(int at) {
        set(at, 0, null, 0);
    }

    private void set(int at, int key, Object value, long tag) {
        slots[2 * at] = key;
        slots[2 * at + 1] = tag;
        values[at] = value;
    }

    /** Returns where this key is, or the free place where it would be. */
    private int place(int key) {
        int mask = values.length - 1;
        int at = key * 0x9E3779B9 >>> 7 & mask;
        while (key(at) != 0 && key(at) != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldSlots = slots;
        Object[] oldValues = values;
        slots = new long[2 * oldSlots.length];
        values = new Object[2 * oldValues.length];
        for (int i = 0; i < oldValues.length; i++) {
            int key = (int) oldSlots[2 * i];
            if (key != 0) {
                set(place(key), key, oldValues[i], oldSlots[2 * i + 1]);
            }
        }
    }
}
