// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.swt.IFocusService;
import org.portio.ui.Labels;

/**
 * The selected rows of a virtual table, read from its rows. GTK takes microseconds for each row that is asked for, selected or
 * deselected: with a hundred thousand selected, only what changes is told to the widget, and only its count is asked.
 */
final class RowSelection<T> implements ISelectionProvider {

    /** Few enough to be read from the widget and told to it each time. */
    private static final int FEW = 500;

    private final Table table;
    private final Supplier<Rows<T>> rows;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

    private final Runnable makeAllRows;
    private int[] known = {};

    /**
     * One for this table.
     *
     * @param makeAllRows gives the widget each of the rows, which it may be only about to get
     */
    RowSelection(Table table, Supplier<Rows<T>> rows, Runnable makeAllRows) {
        this.table = table;
        this.rows = rows;
        this.makeAllRows = makeAllRows;
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> fire()));
    }

    /** Makes it the selection of a part, with a context menu of {@code additions}; returns that menu. */
    Menu register(IWorkbenchPartSite site, String focusId) {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        Menu widget = menu.createContextMenu(table);
        table.addDisposeListener(_ -> menu.dispose());
        site.registerContextMenu(menu, this);
        site.setSelectionProvider(this);
        Labels.name(table, site.getRegisteredName());
        site.getService(IFocusService.class).addFocusTracker(table, focusId);
        return widget;
    }

    void fire() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    /** Returns how many rows are selected, without those that are groups. */
    int count() {
        return rows.get().groups().isEmpty()
                ? table.getSelectionCount()
                : rows.get().itemsAt(indices()).size();
    }

    /** Ascending. */
    int[] indices() {
        if (known.length <= FEW || known.length != table.getSelectionCount()) {
            known = withRows(table.getSelectionIndices());
        }
        return known;
    }

    /** Leaves out rows that the widget still has, but which show nothing any more. */
    private int[] withRows(int[] indices) {
        int size = rows.get().size();
        int count = indices.length;
        while (count > 0 && indices[count - 1] >= size) {
            count--;
        }
        return count == indices.length ? indices : Arrays.copyOf(indices, count);
    }

    /** Selects these rows in the place of those before, while the number of rows changes. */
    void move(int[] before, int[] after, Runnable resize) {
        if (Arrays.equals(before, after)) {
            resize.run();
            return;
        }
        int[] gone = Indices.without(before, after);
        int[] come = Indices.without(after, before);
        // Before the rows go: GTK takes minutes to remove many selected ones from a virtual table.
        if (after.length > FEW && gone.length + come.length < after.length) {
            table.deselect(gone);
            resize.run();
            table.select(come);
        } else {
            table.deselectAll();
            resize.run();
            // Unlike select(), this takes the keyboard's focus along, and scrolls.
            table.setSelection(after);
        }
        known = after;
    }

    void selectAll() {
        makeAllRows.run();
        table.selectAll();
        known = IntStream.range(0, rows.get().size()).toArray();
        fire();
    }

    @Override
    public IStructuredSelection getSelection() {
        return table.isDisposed()
                ? StructuredSelection.EMPTY
                : new StructuredSelection(rows.get().itemsAt(indices()));
    }

    @Override
    public void setSelection(ISelection selection) {
        Set<Object> selected = selection instanceof IStructuredSelection structured
                ? new HashSet<>(Arrays.asList(structured.toArray()))
                : Set.of();
        set(indices(selected::contains));
    }

    /** Selects the rows of which this is true; returns false, and leaves the selection as it is, if there are none. */
    boolean select(Predicate<? super T> wanted) {
        int[] indices = indices(wanted);
        if (indices.length > 0) {
            set(indices);
        }
        return indices.length > 0;
    }

    private int[] indices(Predicate<? super T> wanted) {
        List<T> items = rows.get().items();
        return IntStream.range(0, items.size())
                .filter(index -> items.get(index) != null && wanted.test(items.get(index)))
                .toArray();
    }

    private void set(int[] indices) {
        makeAllRows.run();
        table.setSelection(indices);
        known = indices;
        fire();
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
