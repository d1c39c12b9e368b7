// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows as the table shows them, from first to last, with the keys by which a row is found again after a refresh.
 *
 * @param keys one for each row, in the same order, no two equal
 * @param positions from a key to the index of its row
 */
public record Rows<T>(List<T> items, List<Object> keys, Map<Object, Integer> positions) {

    private static final int GONE = -1;

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
        List<T> found = new ArrayList<>(indices.length);
        for (int index : indices) {
            found.add(items.get(index));
        }
        return found;
    }

    /**
     * Returns where the rows at these ascending indices of an earlier arrangement are now; those that are gone are left out. Quick
     * if most rows are the same objects in the same order: then hardly any is looked for by its key.
     *
     * @return ascending
     */
    int[] positionsOf(Rows<T> earlier, int[] indices) {
        int[] found = new int[indices.length];
        int count = 0;
        boolean ascending = true;
        for (int index : indices) {
            int expected = count == 0 ? index : found[count - 1] + 1;
            int position = isAt(expected, earlier.items.get(index))
                    ? expected
                    : positions.getOrDefault(earlier.keys.get(index), GONE);
            if (position != GONE) {
                ascending &= count == 0 || found[count - 1] < position;
                found[count++] = position;
            }
        }
        int[] result = Arrays.copyOf(found, count);
        if (!ascending) {
            Arrays.sort(result);
        }
        return result;
    }

    private boolean isAt(int position, T item) {
        return position < size() && items.get(position) == item;
    }

    /** Returns whether the rows at these indices say the same as those of an earlier arrangement. */
    boolean areSame(int[] indices, Rows<T> earlier, int[] earlierIndices) {
        boolean same = indices.length == earlierIndices.length;
        for (int i = 0; same && i < indices.length; i++) {
            same = items.get(indices[i]).equals(earlier.items.get(earlierIndices[i]));
        }
        return same;
    }

    /**
     * Returns where to scroll so that the row that was on top is there again, or the first below it that is still there. At the
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
