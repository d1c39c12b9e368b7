// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.Throttler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchPartSite;
import org.portio.core.filter.FilterPart;
import org.portio.core.system.Subscription;
import org.portio.ui.MessagePane;
import org.portio.ui.TextClipboard;
import org.portio.ui.UiThread;
import org.portio.ui.internal.Messages;
import org.portio.ui.internal.filter.FilterBox;

/** A table of live rows with its filter box. Rows come from any thread, and a job filters and sorts them; without rows it says why. */
public final class RowTable<T> {

    /** Focus id of the table within, for {@code activeFocusControlId} in expressions. */
    public static final String FOCUS_ID = "org.portio.ui.table";

    private static final String MEMENTO = "table";
    private static final Duration SHORTEST_UPDATE = Duration.ofMillis(20);

    private final TableTexts texts;
    private final Composite control;
    private final TableFilter<T> filtered = new TableFilter<>(() -> this.model, () -> this.state, this::content);
    private final FilterBox filter;
    private final MessagePane pane;
    private final VirtualTable<T> table;
    private final ColumnChooser chooser;
    private final TableNote note;
    private final Throttler update;
    private final Arranging<T> arranging;
    private final List<Runnable> countListeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> filterListeners = new CopyOnWriteArrayList<>();
    private boolean failed;
    private Menu rowMenu;
    private volatile TableModel<T> model;
    private volatile TableState state;

    /** Returns a table with the state that this memento of the view has; null at a first start. */
    public RowTable(Composite parent, TableModel<T> model, TableTexts texts, IMemento memento) {
        this.model = filtered.with(model);
        this.texts = texts;
        state = TableMemento.restore(memento == null ? null : memento.getChild(MEMENTO), TableState.initial(model));
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        filter = new FilterBox(control, texts.filterHint(), texts.filterExamples(), filtered, this::setFocus);
        filter.start(state.filter(), this::filterBy);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter.control());
        pane = new MessagePane(control);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pane.control());
        update = new Throttler(control.getDisplay(), SHORTEST_UPDATE, this::update);
        arranging = new Arranging<>(
                (rows, expansion) -> this.model.arranged(rows, state, expansion), update::throttledAsyncExec);
        table = new VirtualTable<>(pane.body(), this::sortBy, arranging::toggle);
        table.build(model, state);
        chooser = new ColumnChooser(() -> model, this::state, this::change);
        note = new TableNote(control);
        pane.showMessage(texts.loading());
        table.selection().addSelectionChangedListener(_ -> countListeners.forEach(Runnable::run));
        table.widget().setData(FOCUS_ID, this);
        chooser.addTo(table, () -> rowMenu);
        control.addDisposeListener(_ -> arranging.cancel());
    }

    /** Returns the table around this control; null if it is another control. */
    public static RowTable<?> of(Object control) {
        return control instanceof Table widget && widget.getData(FOCUS_ID) instanceof RowTable<?> found ? found : null;
    }

    /** Shows the columns of this model, with the same keys of rows; the user's choices stay where the models agree. On the UI thread. */
    public void setModel(TableModel<T> next) {
        TableState adapted = state().adaptedTo(TableState.initial(model), TableState.initial(next));
        model = filtered.with(next);
        change(adapted);
    }

    private Arranging.Content<T> content() {
        return arranging.content();
    }

    public Composite control() {
        return control;
    }

    /** Makes the table the view's own: its selection, its context menu with {@code additions}, its Copy. */
    public void register(IWorkbenchPartSite site) {
        rowMenu = table.selection().register(site, FOCUS_ID);
        filter.offer(filtered.ofView(site.getId()));
    }

    /** Shows these rows, in the colours of the theme whose ids the function gives. From any thread. */
    public void show(List<T> rows, Function<? super T, String> colour) {
        show(rows, rows.size(), RowLook.coloured(colour));
    }

    /** The same for a view that leaves out rows of its own accord: these are so many in all. */
    public void show(List<T> rows, int total, RowLook<T> look) {
        arranging.show(new Arranging.Content<>(rows, total, look));
    }

    /** Asks for the looks of the rows in sight anew. From any thread. */
    public void restyle() {
        UiThread.later(control, table::restyle);
    }

    /** Returns how many rows there are; null until the first are there, and when that failed. On the UI thread. */
    public RowCounts counts() {
        Arranging.Shown<T> current = arranging.shown();
        return current == null || failed
                ? null
                : current.counts(table.selection().count());
    }

    /** Tells, on the UI thread, when rows or their selection may have changed, until the result is closed. */
    public Subscription onCounts(Runnable listener) {
        countListeners.add(listener);
        return () -> countListeners.remove(listener);
    }

    /** Tells, on the UI thread, when the filter has changed, until the result is closed. */
    public Subscription onFilter(Runnable listener) {
        filterListeners.add(listener);
        return () -> filterListeners.remove(listener);
    }

    /** Returns the text of the filter; from any thread. */
    public String filterText() {
        return state.filter();
    }

    /**
     * Returns the filter as far as it looks at these columns alone, as {@code Filter.parts} does, for a source with more rows
     * than a table can have; no groups if it has no meaning. From any thread.
     */
    public List<List<FilterPart<T>>> filterParts(Predicate<String> columns) {
        return model.parts(state, columns);
    }

    /** Says that there are no rows and why, with a link to try again. From any thread. */
    public void showFailure(String message, Runnable retry) {
        UiThread.later(control, () -> {
            failed = true;
            pane.showMessage(message, Messages.RowTable_retry, retry);
            countListeners.forEach(Runnable::run);
        });
    }

    /** A line below the table on what cannot be seen in it, empty for none; more as a tool tip. On the UI thread. */
    public void setNote(String text, String more) {
        note.show(text, more);
    }

    /** Returns rows that the filter leaves, in the order shown; from any thread. */
    public List<T> shownRows() {
        Arranging.Shown<T> current = arranging.shown();
        return current == null ? List.of() : current.rows().all();
    }

    /** Gives the focus to the rows, or to the filter box as long as there are none. */
    public void setFocus() {
        pane.setFocus(table.widget(), filter.field());
    }

    public void focusFilter() {
        filter.focus();
    }

    /** Puts this filter in the place of the one before. On the UI thread. */
    public void setFilter(String text) {
        filter.set(text);
    }

    /** Adds a term to the filter, unless it has it; a filter with alternatives is replaced. On the UI thread. */
    public void narrow(String term) {
        filter.narrow(term);
    }

    public void chooseColumns() {
        chooser.open(control.getShell());
    }

    public void selectAll() {
        table.selection().selectAll();
    }

    /** Returns the ways in which rows can be grouped; none if they cannot. */
    public List<TableModel.Grouping<T>> groupings() {
        return model.groupings();
    }

    /** Returns the id of what rows are grouped by; empty if they are not. */
    public String grouping() {
        return state.grouping();
    }

    /** Groups rows by this, or not if the id is empty. On the UI thread. */
    public void groupBy(String id) {
        state = state().withGrouping(id);
        arranging.again();
    }

    /** Opens or closes all groups. */
    public void expandAll(boolean isOpen) {
        arranging.expandAll(isOpen);
    }

    /** Selects the rows of which this is true and scrolls to them, as soon as some are shown. On the UI thread. */
    public void select(Predicate<? super T> rows) {
        table.want(rows);
        arranging.reveal(rows, model.grouping(state.grouping()));
    }

    /** Puts the cells of the column that was clicked on last, or of the first one, on the clipboard: a line for each selected row. */
    public void copyCells() {
        TextClipboard.set(TableModel.cells(table.selectedRows(), table.columns().clicked()));
    }

    /**
     * Selects the next row when the selected ones have gone. Call it when the user removes them: of those that go by
     * themselves the selection just ends, so that no command hits another row. On the UI thread.
     */
    public void keepPlace() {
        table.keepPlace();
    }

    /** Puts the selected rows on the clipboard as text, or the selected groups if there are only those. */
    public void copy() {
        TextClipboard.set(table.selectedText(model, state()));
    }

    public void saveState(IMemento memento) {
        TableMemento.save(state(), memento.createChild(MEMENTO));
    }

    /** Returns the state with what the user did to the columns by mouse, which nobody reports. */
    private TableState state() {
        return table.columns().capture(state);
    }

    private void filterBy(String text) {
        pane.keepFocus(); // who types goes on typing
        state = state.withFilter(text);
        arranging.again();
        filterListeners.forEach(Runnable::run);
    }

    /** Leaves the columns as they are: creating them again would blank the rows until the next ones come. */
    private void sortBy(String column) {
        state = state().withSortToggled(column);
        table.columns().markSort(state.sort());
        arranging.again();
    }

    private void change(TableState next) {
        state = next;
        table.build(model, next);
        arranging.again();
    }

    private void update() {
        if (control.isDisposed()) {
            return;
        }
        failed = false;
        Arranging.Shown<T> current = arranging.shown();
        table.update(current.rows(), current.content().look());
        filter.mark(current.arranged().filter(), current.arranged().problem());
        if (current.rows().size() > 0) {
            pane.showBody();
        } else if (current.arranged().problem() != null) {
            pane.showMessage(
                    FilterBox.reason(current.arranged().problem()), Messages.RowTable_clearFilter, filter::clear);
        } else if (current.content().rows().isEmpty()) {
            pane.showMessage(texts.empty());
        } else {
            String message =
                    NLS.bind(texts.noMatch(), current.arranged().filter().strip());
            pane.showMessage(message, Messages.RowTable_clearFilter, filter::clear);
        }
        countListeners.forEach(Runnable::run);
    }
}
