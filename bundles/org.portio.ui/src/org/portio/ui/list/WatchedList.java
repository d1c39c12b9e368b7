// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.PortioException;
import org.portio.core.system.Subscription;
import org.portio.ui.PortioPreferences;

/**
 * The latest list of a service, shared by all that show it. It is watched, by a job, for as long as somebody looks;
 * nothing is asked for on the UI thread. The service may come and go. A subclass is a component that passes it on.
 *
 * @param <S> the service
 * @param <T> the rows
 */
@ProviderType
public abstract class WatchedList<S, T> {

    private final List<Consumer<ListState<T>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Object> viewers = ConcurrentHashMap.newKeySet();
    private final Job follow = Job.createSystem("Watch what a view shows", (ICoreRunnable) _ -> follow());
    private final Job refresh = Job.createSystem("Ask for what a view shows", (ICoreRunnable) _ -> refresh());
    private ListState<T> state = ListState.unknown();
    private volatile S service;
    // Of the job alone, which does not run twice at a time.
    private S watched;
    private Subscription watch;

    /** Asks the service for the rows. Not called on the UI thread; what it throws has a message for the user. */
    protected abstract List<T> ask() throws Exception;

    /**
     * Reports the rows from now on until the result is closed. Unless overridden, asks after each {@link #interval()}.
     *
     * @param source the service at this moment
     */
    protected Subscription watch(@SuppressWarnings("unused") S source) {
        return new Polling(this::refresh, this::interval);
    }

    /** Returns how long to wait between two questions: unless overridden, as the preferences say. */
    protected Duration interval() {
        return PortioPreferences.refreshInterval();
    }

    /** Uses a service that has come. */
    protected final void use(S found) {
        service = found;
        change(_ -> ListState.unknown());
        follow.schedule();
    }

    /** Stops using a service that has gone. */
    protected final void drop(S gone) {
        if (service == gone) {
            service = null;
            change(_ -> ListState.unknown());
            follow.schedule();
        }
    }

    /** Stops watching; called when this component ends. */
    protected final void stopWatching() {
        viewers.clear();
        follow.schedule();
    }

    /** Returns the service; null if there is none. */
    protected final S service() {
        return service;
    }

    public final synchronized ListState<T> state() {
        return state;
    }

    /** Watches the rows until this viewer no longer looks. */
    public final void look(Object viewer, boolean looks) {
        if (looks) {
            viewers.add(viewer);
        } else {
            viewers.remove(viewer);
        }
        follow.schedule();
    }

    /** Asks for the rows in a job, beside the watch. */
    public final void refreshLater() {
        follow.schedule();
        refresh.schedule();
    }

    /** Asks for the rows, and returns when they have been reported. Not for the UI thread. */
    public final void refresh() {
        try {
            showRows(ask());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            showFailure(e);
        }
    }

    private void follow() {
        S current = viewers.isEmpty() ? null : service;
        if (current != watched) {
            if (watch != null) {
                watch.close();
            }
            watched = current;
            watch = current == null ? null : watch(current);
        }
        if (!viewers.isEmpty() && current == null) {
            refresh();
        }
    }

    /** Tells these rows. From any thread, as all of these. */
    protected final void showRows(List<T> rows) {
        change(before -> before.withRows(rows));
    }

    /**
     * Reports why there are no rows. Logs only the first failure in a row: the next is a moment away. To have no
     * rights, or nothing to ask, is a state of a machine, and nothing for a log.
     */
    protected final void showFailure(Exception failure) {
        boolean expected = failure instanceof PortioException known && known.isExpected();
        if (!expected && state().failure() == null && service != null) {
            ILog.of(getClass()).error(failure.getMessage(), failure);
        }
        change(before -> before.withFailure(failure));
    }

    /** Reports the note below the rows. */
    protected final void showNote(Note note) {
        if (!note.equals(state().note())) {
            change(before -> before.withNote(note));
        }
    }

    private void change(UnaryOperator<ListState<T>> change) {
        ListState<T> next;
        synchronized (this) {
            state = change.apply(state);
            next = state;
        }
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Tells each change, on any thread, until the result is closed. */
    public final Subscription onChange(Consumer<ListState<T>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
