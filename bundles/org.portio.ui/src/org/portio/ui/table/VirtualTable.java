// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.system.Printable;
import org.portio.ui.internal.group.Group;
import org.portio.ui.internal.group.GroupKey;
import org.portio.ui.internal.group.Outline;
import org.portio.ui.internal.table.Density;

/**
 * The widget that shows arranged rows. A JFace viewer would keep an element and an item for each row that was ever
 * selected; here the widget asks for the rows it is about to paint, and a refresh costs the same for ten rows as for a
 * hundred thousand.
 */
final class VirtualTable<T> {

    /** The time after which wanted rows that appear are not selected any more: the user does something else by then. */
    private static final Duration LONGEST_WANTED = Duration.ofSeconds(3);

    private final Table table;
    private final TableColumns<T> columns;
    private final RowSelection<T> selection;
    private final RowSteps steps;
    /** Puts the rows of a group to the right of its arrow. */
    private static final String INDENT = "    ";

    /** Rows that the widget has been given, by index. */
    private final Map<Integer, FilledRow> filled = new HashMap<>();
    /** Rows that the widget asked for when there was nothing to show in them. */
    private final Set<Integer> empty = new HashSet<>();

    /** Whether the next row is selected when all that are selected have gone. */
    private boolean keepsPlace;

    /** The rows to be selected as soon as there are some of them; null for none. */
    private Predicate<? super T> wanted;

    private long wantedSince;

    private Rows<T> rows = Rows.of(List.of(), row -> row);
    private RowLook<T> look = RowLook.coloured(_ -> null);

    VirtualTable(Composite parent, Consumer<String> onHeaderClick, Consumer<GroupKey> onToggle) {
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        columns = new TableColumns<>(table, onHeaderClick);
        steps = new RowSteps(table);
        selection = new RowSelection<>(table, () -> rows, steps::finish);
        table.addListener(SWT.Selection, _ -> {
            keepsPlace = false;
            wanted = null;
        });
        CellTips.show(table, this::tip);
        Outline.install(table, new Outlined(onToggle));
        columns.onMove(() -> refill(table.getTopIndex()));
        FirstRows.trace(table);
        Density.apply(table);
    }

    /** The rows of this table as an outline. */
    private final class Outlined implements Outline.Rows {

        private final Consumer<GroupKey> onToggle;

        Outlined(Consumer<GroupKey> onToggle) {
            this.onToggle = onToggle;
        }

        @Override
        public Group groupAt(int row) {
            return rows.groups().get(row);
        }

        @Override
        public int groupRow(int row) {
            return rows.groupRow(row);
        }

        @Override
        public int arrowColumn() {
            return columns.leftmost();
        }

        @Override
        public void toggle(GroupKey group) {
            onToggle.accept(group);
        }
    }

    Table widget() {
        return table;
    }

    TableColumns<T> columns() {
        return columns;
    }

    /** Creates the columns again, and blanks the rows until they are updated. */
    void build(TableModel<T> model, TableState state) {
        columns.build(model, state);
        filled.clear();
        empty.clear();
        table.clearAll();
    }

    RowSelection<T> selection() {
        return selection;
    }

    List<T> selectedRows() {
        return rows.itemsAt(selection.indices());
    }

    /** Returns the selected rows as text, or the names of the selected groups if there are only those. */
    String selectedText(TableModel<T> model, TableState state) {
        List<T> selected = selectedRows();
        if (!selected.isEmpty()) {
            return model.copy(selected, state);
        }
        return Arrays.stream(selection.indices())
                .mapToObj(row -> Printable.of(rows.groups().get(row).text()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** Selects the rows of which this is true, and scrolls to them, when an update shows some; soon or never. */
    void want(Predicate<? super T> these) {
        wanted = these;
        wantedSince = System.nanoTime();
    }

    /** Shows these rows; what was selected and on top before is so again, as far as it is still there. */
    void update(Rows<T> next, RowLook<T> nextLook) {
        Rows<T> earlier = rows;
        int[] before = selection.indices();
        int[] after = place(before, next.positionsOf(earlier, before), next.size());
        int top = next.topAfter(earlier, table.getTopIndex());
        rows = next;
        look = nextLook;
        int needed = Math.max(top + rowsInSight(), after.length == 0 ? 0 : after[after.length - 1] + 1);
        selection.move(before, after, () -> steps.goTo(rows.size(), needed));
        if (table.getTopIndex() != top) {
            table.setTopIndex(top);
        }
        refill(top);
        if (!next.areSame(after, earlier, before)) {
            selection.fire();
        }
        if (wanted != null
                && (selection.select(wanted) || System.nanoTime() - wantedSince > LONGEST_WANTED.toNanos())) {
            wanted = null;
        }
    }

    /** Asks for the looks of the rows in sight anew. */
    void restyle() {
        refill(table.getTopIndex());
    }

    /** See {@link RowTable#keepPlace}. */
    void keepPlace() {
        keepsPlace = true;
    }

    private int[] place(int[] before, int[] after, int size) {
        if (!keepsPlace || before.length == 0 || after.length > 0 || size == 0) {
            return after;
        }
        keepsPlace = false;
        return new int[] {Math.min(before[0], size - 1)};
    }

    /**
     * Tells the widget what has changed in the rows that are seen. To have it ask for them anew costs it ten times as much
     * as finding out that nothing has changed.
     */
    private void refill(int top) {
        int bottom = top + rowsInSight();
        for (int index : List.copyOf(filled.keySet())) {
            if (index >= top && index <= bottom && index < rows.size()) {
                fill(filled.get(index), index);
            } else {
                filled.remove(index);
                clear(index);
            }
        }
        for (int index : List.copyOf(empty)) {
            if (index < rows.size()) {
                empty.remove(index);
                clear(index);
            }
        }
    }

    private int rowsInSight() {
        return table.getClientArea().height / Math.max(1, table.getItemHeight()) + 1;
    }

    private void clear(int index) {
        if (index < table.getItemCount()) {
            table.clear(index);
        }
    }

    private void fill(Event event) {
        // GTK asks for rows while it removes them, and then knows no index for them.
        if (event.index < 0) {
            return;
        }
        if (event.index >= rows.size()) {
            empty.add(event.index);
            return;
        }
        FilledRow row = new FilledRow((TableItem) event.item, columns.shown().size());
        filled.put(event.index, row);
        fill(row, event.index);
    }

    private void fill(FilledRow filledRow, int index) {
        Group group = rows.groups().get(index);
        if (group == null) {
            fillItem(filledRow, rows.items().get(index));
        } else {
            fillGroup(filledRow, group);
        }
    }

    private void fillGroup(FilledRow filledRow, Group group) {
        int first = columns.leftmost();
        for (int index = 0; index < columns.shown().size(); index++) {
            String id = columns.shown().get(index).id();
            filledRow.setText(index, index == first ? group.title() : group.cell(id));
            filledRow.setImage(index, null);
        }
        filledRow.setBackground(null);
        filledRow.setForeground(null);
        filledRow.setBold(first);
    }

    private void fillItem(FilledRow filledRow, T row) {
        int first = rows.groups().isEmpty() ? FilledRow.NONE : columns.leftmost();
        int index = 0;
        for (Column<T> column : columns.shown()) {
            String text = column.text().apply(row);
            columns.makeRoom(index, text);
            filledRow.setText(index, index == first ? INDENT + text : text);
            Function<? super T, Image> image = look.images().get(column.id());
            filledRow.setImage(index++, image == null ? null : image.apply(row));
        }
        filledRow.setBold(FilledRow.NONE);
        filledRow.setBackground(theme(look.background().apply(row)));
        filledRow.setForeground(theme(look.dimmed().test(row) ? JFacePreferences.QUALIFIER_COLOR : null));
    }

    /** Returns the tooltip of the cell at these indices; null for none. */
    private String tip(int row, int column) {
        if (row >= rows.size() || column >= columns.shown().size()) {
            return null;
        }
        Column<T> asked = columns.shown().get(column);
        Group group = rows.groups().get(row);
        String tip = group == null ? asked.tip().apply(rows.items().get(row)) : group.cell(asked.id());
        return !tip.isEmpty() ? tip : group == null ? null : group.text();
    }

    private static Color theme(String id) {
        return id == null ? null : JFaceResources.getColorRegistry().get(id);
    }
}
