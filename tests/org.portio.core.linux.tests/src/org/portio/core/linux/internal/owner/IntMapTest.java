// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IntMapTest {

    private final IntMap<String> map = new IntMap<>();

    @Test
    void behavesAsAHashMapDoesOverManyRandomChanges() {
        Map<Integer, String> expected = new HashMap<>();
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            // Uses few different keys, so that they collide, return, and leave gaps.
            int key = 1 + random.nextInt(3000) * (random.nextBoolean() ? 1 : 65_536);
            if (random.nextInt(3) == 0) {
                map.remove(key);
                expected.remove(key);
            } else {
                map.put(key, "v" + i);
                expected.put(key, "v" + i);
            }
        }
        expected.forEach((key, value) -> assertEquals(value, map.get(key)));
        assertEquals(expected.size(), map.size());
        TreeSet<Integer> keys = new TreeSet<>();
        map.forEachKey(keys::add);
        assertEquals(new TreeSet<>(expected.keySet()), keys);
    }

    @Test
    void takesInodesThatFillAll32Bits() {
        map.put(-1, "last");
        map.put(Integer.MIN_VALUE, "middle");

        assertEquals("last", map.get(-1));
        assertEquals("middle", map.get(Integer.MIN_VALUE));
    }

    @Test
    void keepsTheTagOfAKeyUntilTheKeyIsRemoved() {
        for (int key = 1; key <= 1000; key++) {
            map.put(key * 65_536, "a");
            map.tag(map.find(key * 65_536), key);
        }
        for (int key = 1; key <= 1000; key += 2) {
            map.remove(key * 65_536);
        }

        for (int key = 2; key <= 1000; key += 2) {
            map.put(key * 65_536, "b");
            assertEquals(key, map.tag(map.find(key * 65_536)));
        }
        assertEquals(IntMap.ABSENT, map.find(65_536));
        map.put(65_536, "c");
        assertEquals(0, map.tag(map.find(65_536)));
    }

    @Test
    void isEmptyOnceCleared() {
        map.put(7, "seven");
        map.clear();

        assertNull(map.get(7));
        assertEquals(0, map.size());
    }
}
