// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.ui.internal.run.ProgramRuns;

/**
 * The reservations as they were told last, for all that show them. They are watched, by a job, for as long as somebody
 * looks; nothing is asked for on the UI thread.
 */
@Component(service = ReservationList.class)
public final class ReservationList implements ReservationListener {

    private final List<Consumer<ReservationsState>> listeners = new CopyOnWriteArrayList<>();
    private final Set<Path> told = ConcurrentHashMap.newKeySet();
    private final Set<Object> viewers = ConcurrentHashMap.newKeySet();
    private final Job follow = Job.createSystem("Watch the reservations", (ICoreRunnable) _ -> follow());
    private final Job refresh = Job.createSystem("Ask for the reservations", (ICoreRunnable) _ -> refresh());
    private ReservationsState state = ReservationsState.UNKNOWN;
    private volatile Reservations source;
    // Of the job alone, which does not run twice at a time.
    private Reservations watched;
    private AutoCloseable watch;

    /** Returns that of the workbench; one without reservations where services do not work. */
    public static ReservationList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(ReservationList.class), ReservationList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setReservations(Reservations found) {
        source = found;
        change(_ -> ReservationsState.UNKNOWN);
        follow.schedule();
    }

    void unsetReservations(Reservations gone) {
        if (source == gone) {
            source = null;
            change(_ -> ReservationsState.UNKNOWN);
            follow.schedule();
        }
    }

    @Deactivate
    void end() {
        ProgramRuns.ofWorkbench().stopAll();
        viewers.clear();
        follow.schedule();
    }

    Reservations reservations() throws ReservationException {
        Reservations current = source;
        if (current == null) {
            throw new ReservationException(ReservationException.Kind.FAILED, Messages.ReservationList_noReservations);
        }
        return current;
    }

    public synchronized ReservationsState state() {
        return state;
    }

    /** Has them watched until this viewer looks no longer. */
    void look(Object viewer, boolean looks) {
        if (looks) {
            viewers.add(viewer);
        } else {
            viewers.remove(viewer);
        }
        follow.schedule();
    }

    /** Asks for them in a job, beside the watch. */
    public void refreshLater() {
        follow.schedule();
        refresh.schedule();
    }

    private void refresh() {
        try {
            changed(reservations().list());
        } catch (ReservationException e) {
            failed(e);
        }
    }

    private void follow() {
        Reservations current = viewers.isEmpty() ? null : source;
        if (current != watched) {
            endWatch();
            watched = current;
            watch = current == null ? null : current.watch(this);
        }
        if (!viewers.isEmpty() && current == null) {
            refresh();
        }
    }

    private void endWatch() {
        if (watch != null) {
            try {
                watch.close();
            } catch (Exception e) {
                ILog.of(ReservationList.class).error(Messages.ReservationList_notEnded, e);
            }
        }
    }

    @Override
    public void changed(List<ReservationStatus> reservations) {
        change(before -> before.withReservations(reservations));
        tellOfDamage();
    }

    /** Once for each copy that is kept. */
    private void tellOfDamage() {
        for (SetAside aside : SetAside.recent(HeldPorts.file(Places.ofSystem()))) {
            if (told.add(aside.copy())) {
                tell(aside.text());
            }
        }
    }

    /** Logs the first failure of a row only. */
    @Override
    public void failed(ReservationException failure) {
        if (state().failure() == null && source != null) {
            ILog.of(ReservationList.class).error(failure.getMessage(), failure);
        }
        change(before -> before.withFailure(failure));
    }

    /** Tells all that show the reservations what became of a run. */
    void tell(String news) {
        change(before -> before.withNews(news));
    }

    private void change(UnaryOperator<ReservationsState> change) {
        ReservationsState next;
        synchronized (this) {
            state = change.apply(state);
            next = state;
        }
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Tells each change, on any thread, until the result is run. */
    Runnable onChange(Consumer<ReservationsState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
