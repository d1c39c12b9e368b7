// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Table;

/** The selected rows of a virtual table, read from its rows: no table item is made for it, however many there are. */
final class RowSelection<T> implements ISelectionProvider {

    private final Table table;
    private final Supplier<Rows<T>> rows;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();

    RowSelection(Table table, Supplier<Rows<T>> rows) {
        this.table = table;
        this.rows = rows;
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> fire()));
    }

    void fire() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
        listeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public IStructuredSelection getSelection() {
        return table.isDisposed()
                ? StructuredSelection.EMPTY
                : new StructuredSelection(rows.get().itemsAt(table.getSelectionIndices()));
    }

    @Override
    public void setSelection(ISelection selection) {
        Set<Object> wanted = selection instanceof IStructuredSelection structured
                ? new HashSet<>(Arrays.asList(structured.toArray()))
                : Set.of();
        Rows<T> current = rows.get();
        table.setSelection(IntStream.range(0, current.size())
                .filter(index -> wanted.contains(current.items().get(index)))
                .toArray());
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
