// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.system.Subscription;
import org.portio.ui.FailureText;
import org.portio.ui.Refreshable;
import org.portio.ui.ShownMoment;
import org.portio.ui.UiThread;
import org.portio.ui.VisibilityListener;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/**
 * A view of a {@link WatchedList}: a table of its rows while they are there, or what keeps them from being seen; its note
 * below; and below that, if the subclass wants it, more on the selected row. Methods are called on the UI thread.
 */
@ConsumerType
public abstract class ListViewPart<T> extends ViewPart implements TablePart, Refreshable {

    private static final int[] WEIGHTS = {3, 2};

    private IMemento memento;
    private WatchedList<?, T> list;
    private RowTable<T> table;
    private Subscription subscription;
    private ShownMoment moment;
    private Subscription momentSubscription;

    /** Returns the list, always the same. Called once by this class, as {@link #model} and {@link #texts} are after it. */
    protected abstract WatchedList<?, T> list();

    protected abstract TableModel<T> model();

    protected abstract TableTexts texts();

    /**
     * Adds more on the selected row below the table; nothing unless overridden.
     *
     * @param parent has the table already
     */
    protected void createDetails(@SuppressWarnings("unused") SashForm parent) {
        // Not every view has any.
    }

    /**
     * Receives the row that is selected, again with each refresh.
     *
     * @param row null for none or several
     */
    protected void selected(@SuppressWarnings("unused") T row) {
        // Not every view has to do with it.
    }

    /**
     * Returns the id of a theme colour, or null for none.
     *
     * @param row to be coloured
     */
    protected String colour(@SuppressWarnings("unused") T row) {
        return null;
    }

    /**
     * Returns whether a row was there already at a moment of the past; true for views that know nothing of the past.
     *
     * @param row that is there now
     * @param time to which the user has gone
     */
    protected boolean wasThere(@SuppressWarnings("unused") T row, @SuppressWarnings("unused") Instant time) {
        return true;
    }

    /** Returns what is said below the rows of a moment of the past; empty for views that know nothing of it. */
    protected String noteOfPast(@SuppressWarnings("unused") Instant time) {
        return "";
    }

    /** Called when the view becomes visible or hidden; to be extended. */
    protected void setVisible(boolean visible) {
        list.look(this, visible);
    }

    @Override
    public final void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public final void createPartControl(Composite parent) {
        list = list();
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        table = new RowTable<>(sash, model(), texts(), memento);
        table.register(getSite());
        createDetails(sash);
        if (sash.getChildren().length == WEIGHTS.length) {
            sash.setWeights(WEIGHTS);
        }
        subscription = list.onChange(this::show);
        moment = Objects.requireNonNullElseGet(getSite().getService(ShownMoment.class), ShownMoment::new);
        momentSubscription = moment.onChange(_ -> showAgain());
        getSite().getSelectionProvider().addSelectionChangedListener(event -> selected(single(event.getSelection())));
        VisibilityListener.bind(this, this::setVisible);
        show(list.state());
    }

    @SuppressWarnings("unchecked") // the table has no other rows
    private T single(ISelection selection) {
        return selection instanceof IStructuredSelection rows && rows.size() == 1 ? (T) rows.getFirstElement() : null;
    }

    @Override
    public final void saveState(IMemento target) {
        table.saveState(target);
    }

    @Override
    public final void dispose() {
        if (subscription != null) {
            subscription.close();
            momentSubscription.close();
        }
        super.dispose();
    }

    @Override
    public final void setFocus() {
        table.setFocus();
    }

    @Override
    public final RowTable<T> table() {
        return table;
    }

    @Override
    public void refresh() {
        list.refreshLater();
    }

    /** Shows again what is known, for columns whose texts depend on the time. From any thread. */
    protected final void showAgain() {
        show(list.state());
    }

    private List<T> rows(ListState<T> state) {
        return moment.past()
                .map(past -> state.rows().stream()
                        .filter(row -> wasThere(row, past.time()))
                        .toList())
                .orElse(state.rows());
    }

    private void show(ListState<T> state) {
        if (state.failure() != null) {
            table.showFailure(FailureText.of(state.failure()), this::refresh);
        } else if (state.known()) {
            table.show(rows(state), this::colour);
        }
        Note note = moment.past()
                .map(past -> noteOfPast(past.time()))
                .filter(Predicate.not(String::isEmpty))
                .map(said -> new Note(said, said))
                .orElse(state.note());
        UiThread.later(table.control(), () -> table.setNote(note.line(), note.more()));
    }
}
