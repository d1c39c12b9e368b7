// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Failure;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.Remap;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.ui.internal.run.ProgramRuns;
import org.portio.ui.list.Note;
import org.portio.ui.list.WatchedList;

/**
 * The reservations as they were told last, for all that show them. They are watched, by a job, for as long as somebody
 * looks; nothing is asked for on the UI thread.
 */
@Component(service = ReservationList.class)
public final class ReservationList extends WatchedList<Reservations, ReservationStatus> implements ReservationListener {

    private final Set<Path> told = ConcurrentHashMap.newKeySet();
    private volatile List<Remap> remaps = List.of();
    private volatile String news = "";

    /** Returns that of the workbench; one without reservations if services do not work. */
    public static ReservationList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(ReservationList.class), ReservationList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setReservations(Reservations found) {
        use(found);
    }

    void unsetReservations(Reservations gone) {
        drop(gone);
    }

    @Deactivate
    void end() {
        ProgramRuns.ofWorkbench().stopAll();
        stopWatching();
    }

    Reservations reservations() throws ReservationException {
        Reservations current = service();
        if (current == null) {
            throw new ReservationException(
                    Failure.of(ReservationException.Kind.FAILED, Messages.ReservationList_noReservations));
        }
        return current;
    }

    @Override
    protected List<ReservationStatus> ask() throws ReservationException {
        List<ReservationStatus> rows = reservations().list();
        tellOfDamage();
        return rows;
    }

    @Override
    protected Subscription watch(Reservations source) {
        Subscription reservations = source.watch(this);
        Subscription ports = new RemapWatch(this::remapped, interval());
        return () -> {
            reservations.close();
            ports.close();
        };
    }

    @Override
    public void changed(List<ReservationStatus> reservations) {
        showRows(reservations);
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

    @Override
    public void failed(ReservationException failure) {
        showFailure(failure);
    }

    /** Tells all that show the reservations what became of a run. */
    void tell(String latest) {
        news = latest;
        note();
    }

    /** Tells all that show the reservations which ports programs have in place of those they ask for. */
    void remapped(List<Remap> latest) {
        remaps = latest;
        note();
    }

    private void note() {
        List<String> said = new ArrayList<>(List.of(news));
        remaps.forEach(remap -> said.add(NLS.bind(Messages.ReservationList_remapped, new Object[] {
            remap.program(),
            String.valueOf(remap.pid()),
            String.valueOf(remap.asked()),
            String.valueOf(remap.given()),
            remap.folder()
        })));
        showNote(Note.of(said, said));
    }
}
