// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Rows as the table shows them, from first to last, with the keys by which a row is found again after a refresh.
 *
 * @param keys one for each row, in the same order, no two alike
 * @param positions from a key to the index of its row
 */
record Rows<T>(List<T> items, List<Object> keys, Map<Object, Integer> positions) {

    /** Tells rows with the same key apart: the second, third, ... of them. */
    private record Repeated(Object key, int count) {}

    static <T> Rows<T> of(List<T> items, Function<? super T, ?> key) {
        List<Object> keys = new ArrayList<>(items.size());
        Map<Object, Integer> positions = HashMap.newHashMap(items.size());
        Map<Object, Integer> repeated = new HashMap<>();
        for (T item : items) {
            Object unique = key.apply(item);
            if (positions.putIfAbsent(unique, keys.size()) != null) {
                unique = new Repeated(unique, repeated.merge(unique, 1, Integer::sum));
                positions.put(unique, keys.size());
            }
            keys.add(unique);
        }
        return new Rows<>(items, keys, positions);
    }

    int size() {
        return items.size();
    }

    List<T> itemsAt(int[] indices) {
        return Arrays.stream(indices).mapToObj(items::get).toList();
    }

    List<Object> keysAt(int[] indices) {
        return Arrays.stream(indices).mapToObj(keys::get).toList();
    }

    /** Ascending indices of the rows with these keys; those that have no row any more are left out. */
    int[] positionsOf(Collection<?> wanted) {
        return wanted.stream()
                .map(positions::get)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /**
     * Where to scroll so that the row that was on top is there again, or the first below it that is still there. At the
     * top it stays at the top: who looks there wants to see what comes in.
     */
    int topAfter(Rows<T> earlier, int earlierTop) {
        for (int i = earlierTop; i > 0 && i < earlier.size(); i++) {
            Integer position = positions.get(earlier.keys.get(i));
            if (position != null) {
                return position;
            }
        }
        return Math.max(0, Math.min(earlierTop, size() - 1));
    }
}
