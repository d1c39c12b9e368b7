// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was put in first when there is too much in it. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;
    private long forgotten;

    Bounded(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        boolean isFull = size() > most;
        forgotten += isFull ? 1 : 0;
        return isFull;
    }

    /** Returns how many were forgotten so. */
    long forgotten() {
        return forgotten;
    }
}
