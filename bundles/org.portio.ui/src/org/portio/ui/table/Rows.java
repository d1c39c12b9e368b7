// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.portio.ui.internal.group.Expansion;
import org.portio.ui.internal.group.Group;
import org.portio.ui.internal.group.Section;
import org.portio.ui.table.TableModel.Grouping;

/**
 * Rows as the table shows them, from first to last, with the keys by which a row is found again after a refresh.
 *
 * @param items null for a row that is a group
 * @param keys one for each row, in the same order, no two equal
 * @param positions from a key to the index of its row
 * @param groups by the index of their row, in this order
 * @param all the rows that the filter leaves, also those in closed groups
 */
record Rows<T>(
        List<T> items,
        List<Object> keys,
        Map<Object, Integer> positions,
        NavigableMap<Integer, Group> groups,
        List<T> all) {

    private static final int GONE = -1;
    private static final NavigableMap<Integer, Group> NONE = Collections.emptyNavigableMap();

    /** Tells rows with the same key apart: the second, third, ... of them. */
    private record Repeated(Object key, int count) {}

    static <T> Rows<T> of(List<T> items, Function<? super T, ?> key) {
        List<Object> keys = new ArrayList<>(items.size());
        items.forEach(item -> keys.add(key.apply(item)));
        return of(items, keys, NONE, items);
    }

    /** Returns these sections, each as its group, followed by its rows if it is open. */
    static <T> Rows<T> of(
            List<T> all,
            List<Section<T>> sections,
            Grouping<T> grouping,
            Expansion expansion,
            Function<? super T, ?> key) {
        List<T> items = new ArrayList<>(all.size() + sections.size());
        List<Object> keys = new ArrayList<>(all.size() + sections.size());
        NavigableMap<Integer, Group> groups = new TreeMap<>();
        for (Section<T> section : sections) {
            boolean isOpen = expansion.isOpen(section.key());
            groups.put(items.size(), section.group(grouping, isOpen));
            items.add(null);
            keys.add(section.key());
            if (isOpen) {
                items.addAll(section.rows());
                section.rows().forEach(row -> keys.add(key.apply(row)));
            }
        }
        return of(items, keys, groups, all);
    }

    private static <T> Rows<T> of(List<T> items, List<Object> keys, NavigableMap<Integer, Group> groups, List<T> all) {
        Map<Object, Integer> positions = HashMap.newHashMap(keys.size());
        Map<Object, Integer> repeated = new HashMap<>();
        for (int index = 0; index < keys.size(); index++) {
            Object unique = keys.get(index);
            if (positions.putIfAbsent(unique, index) != null) {
                unique = new Repeated(unique, repeated.merge(unique, 1, Integer::sum));
                positions.put(unique, index);
                keys.set(index, unique);
            }
        }
        return new Rows<>(items, keys, positions, groups, all);
    }

    /** Returns the row of the group that this row belongs to, or is; -1 if it belongs to none. */
    int groupRow(int row) {
        Integer found = groups.floorKey(row);
        return found == null ? GONE : found;
    }

    int size() {
        return items.size();
    }

    /** Returns the rows at these indices, without those that are groups. */
    List<T> itemsAt(int[] indices) {
        List<T> found = new ArrayList<>(indices.length);
        for (int index : indices) {
            if (items.get(index) != null) {
                found.add(items.get(index));
            }
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
        return item != null && position < size() && items.get(position) == item;
    }

    /** Returns whether the rows at these indices say the same as those of an earlier arrangement. */
    boolean areSame(int[] indices, Rows<T> earlier, int[] earlierIndices) {
        boolean same = indices.length == earlierIndices.length;
        for (int i = 0; same && i < indices.length; i++) {
            same = Objects.equals(items.get(indices[i]), earlier.items.get(earlierIndices[i]));
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
