// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.portio.ui.table.TableModel.Grouping;

/** Rows that have something in common, in their order. */
public final class Section<T> {

    private final GroupKey key;
    private final List<T> rows = new ArrayList<>();

    private Section(GroupKey key) {
        this.key = key;
    }

    /** Divides rows in one pass; the order within each section is theirs, and that of the sections is any. */
    public static <T> Collection<Section<T>> of(List<T> rows, Grouping<T> grouping) {
        Map<Object, Section<T>> sections = new HashMap<>();
        for (T row : rows) {
            Object value = grouping.value().apply(row);
            Section<T> section = sections.get(value);
            if (section == null) {
                section = new Section<>(new GroupKey(grouping.id(), value));
                sections.put(value, section);
            }
            section.rows.add(row);
        }
        return sections.values();
    }

    public GroupKey key() {
        return key;
    }

    public List<T> rows() {
        return rows;
    }

    /** Returns whether its rows have a value there. */
    public boolean isKnown() {
        return key.value() != null;
    }

    public long sum(ToLongFunction<? super T> number) {
        return rows.stream().mapToLong(number).sum();
    }

    /** Returns the row that stands for these. */
    public Group group(Grouping<T> grouping, boolean isOpen) {
        Map<String, String> cells = new HashMap<>();
        grouping.sums().forEach((column, number) -> cells.put(column, String.valueOf(sum(number))));
        grouping.summaries().forEach((column, summary) -> cells.put(column, summary.apply(rows)));
        return new Group(key, grouping.name().apply(rows.getFirst()), rows.size(), Map.copyOf(cells), isOpen);
    }
}
