// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * From an inode number to a value and a tag, without an object for each number as {@link java.util.HashMap} needs. Open
 * addressing; 0, which is no inode, marks a free place.
 */
final class IntMap<V> {

    static final int ABSENT = -1;

    private int[] keys = new int[64];
    private long[] tags = new long[64];
    private Object[] values = new Object[64];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only put() writes values
    V get(int key) {
        return (V) values[place(key)];
    }

    /** Where this key is until the map is changed, else {@link #ABSENT}. */
    int find(int key) {
        int at = place(key);
        return keys[at] == 0 ? ABSENT : at;
    }

    /** The tag at a place that {@link #find} gave; 0 until it is set. */
    long tag(int at) {
        return tags[at];
    }

    void tag(int at, long tag) {
        tags[at] = tag;
    }

    /** A key that was there keeps its tag. */
    void put(int key, V value) {
        int at = place(key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
        if (2 * size > keys.length) {
            grow();
        }
    }

    /** Takes a key out, and moves those behind it so that no search ends before it should. */
    void remove(int key) {
        int free = place(key);
        if (keys[free] == 0) {
            return;
        }
        size--;
        clear(free);
        int mask = keys.length - 1;
        for (int at = free + 1 & mask; keys[at] != 0; at = at + 1 & mask) {
            int moved = keys[at];
            Object value = values[at];
            long tag = tags[at];
            clear(at);
            set(place(moved), moved, value, tag);
        }
    }

    void forEachKey(IntConsumer sink) {
        for (int key : keys) {
            if (key != 0) {
                sink.accept(key);
            }
        }
    }

    void clear() {
        Arrays.fill(keys, 0);
        Arrays.fill(values, null);
        Arrays.fill(tags, 0);
        size = 0;
    }

    private void clear(int at) {
        set(at, 0, null, 0);
    }

    private void set(int at, int key, Object value, long tag) {
        keys[at] = key;
        values[at] = value;
        tags[at] = tag;
    }

    /** Where this key is, or the free place where it would be. */
    private int place(int key) {
        int mask = keys.length - 1;
        int at = key * 0x9E3779B9 >>> 7 & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        Object[] oldValues = values;
        long[] oldTags = tags;
        keys = new int[2 * oldKeys.length];
        values = new Object[keys.length];
        tags = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                set(place(oldKeys[i]), oldKeys[i], oldValues[i], oldTags[i]);
            }
        }
    }
}
