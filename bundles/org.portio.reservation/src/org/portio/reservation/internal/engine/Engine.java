// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.KeptSockets;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.SocketShape;
import org.portio.reservation.internal.hold.HoldAddresses;
import org.portio.reservation.internal.hold.HoldException;
import org.portio.reservation.internal.hold.Holds;
import org.portio.reservation.internal.hold.ReservedPorts;
import org.portio.reservation.internal.kept.KeptPortsFile;
import org.portio.reservation.internal.store.ReservationStore;
import org.portio.reservation.internal.store.StoredReservation;

/** Holds ports in this process, and has the file say so before it says so itself. */
public final class Engine implements HeldPorts {

    private final Slots slots;
    private final Reports reports = new Reports();
    private final Listeners listeners;
    private final ScheduledThreadPoolExecutor scheduler = newScheduler();
    private final Ledger ledger;
    private final Holder holder;
    private final Lender lender;
    private final HandOuts handOuts;
    private boolean closed;

    private Engine(Places places, ConnectionMonitor monitor, Holds holds, Path root) {
        slots = new Slots(new KeptPortsFile(KeptSockets.file(places)));
        listeners = new Listeners(slots::statuses);
        ledger = new Ledger(new ReservationStore(places.data(), reports::add), new ReservedPorts(root), reports);
        holder = new Holder(slots, holds, monitor);
        lender = new Lender(slots, holder, listeners, scheduler);
        handOuts = new HandOuts(slots, holder, listeners);
    }

    /** Returns the engine of this machine. */
    public static HeldPorts open(Places places, ConnectionMonitor monitor) throws ReservationException {
        return open(places, monitor, Holds.ofSystem(), Path.of("/"));
    }

    /** Creates one with these holds, and this root of the file system for the system's own lists. */
    static Engine open(Places places, ConnectionMonitor monitor, Holds holds, Path root) throws ReservationException {
        Engine engine = new Engine(places, monitor, holds, root);
        try {
            engine.restore();
        } catch (IOException e) {
            engine.close();
            throw new ReservationException(
                    Failure.of(Kind.FAILED, "the file of reservations cannot be used: " + FileFailure.text(e)), e);
        }
        new Retrier(engine.slots, engine.holder, engine.listeners, engine.scheduler).start();
        return engine;
    }

    private static ScheduledThreadPoolExecutor newScheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "portio-reservations");
            thread.setDaemon(true);
            return thread;
        });
        // Nothing is done that is planned after the end.
        scheduler.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return scheduler;
    }

    private void restore() throws IOException {
        List<Slot> all = ledger.open().stream().map(Slot::new).toList();
        synchronized (slots) {
            all.forEach(slots::add);
        }
        holder.takeAll(all, true);
    }

    @Override
    public List<ReservationStatus> list() {
        return slots.statuses();
    }

    @Override
    public List<String> reports() {
        return reports.all();
    }

    @Override
    public ReservationStatus reserve(Reservation wanted) throws ReservationException {
        PortKey key = HoldAddresses.canonical(wanted.key());
        checkExecutable(wanted.executable());
        ledger.check(wanted);
        ReservationStatus status;
        try {
            synchronized (slots) {
                checkOpen();
                Optional<Slot> existing = slots.find(key);
                status = existing.isPresent() ? change(existing.get(), wanted) : add(key, wanted);
            }
        } catch (HoldException e) {
            throw holder.explain(key, e);
        }
        listeners.changed();
        return status;
    }

    private static void checkExecutable(String executable) throws ReservationException {
        if (executable.isEmpty()) {
            return;
        }
        Path path = Path.of(executable);
        if (!path.isAbsolute() || !Files.isRegularFile(path) || !Files.isExecutable(path)) {
            throw new ReservationException(Failure.of(
                    Kind.INVALID, executable + " is not a program that can be run", "give the absolute path of one"));
        }
    }

    /** A test run leaves what was there before as it is; whoever reserves without a run takes over what is a run's. */
    private ReservationStatus change(Slot slot, Reservation wanted) throws ReservationException {
        String owner = slot.stored().reservation().run();
        if (!wanted.run().isEmpty() && !wanted.run().equals(owner)) {
            return slot.status();
        }
        slot.store(
                ledger.put(slot.stored(), with(wanted, slot.key(), slot.stored().reservation()), others(slot)));
        return slot.status();
    }

    private ReservationStatus add(PortKey key, Reservation wanted) throws HoldException, ReservationException {
        refuseOverlap(key);
        Reservation reservation = with(wanted, key, wanted);
        Slot slot = new Slot(new StoredReservation(reservation, "", StoredReservation.NOTHING_MORE));
        holder.takeNew(slot);
        try {
            slot.store(ledger.put(null, reservation, List.of()));
        } catch (ReservationException | RuntimeException e) {
            slot.drop();
            throw e;
        }
        slots.add(slot);
        return slot.status();
    }

    private static Reservation with(Reservation wanted, PortKey key, Reservation since) {
        return new Reservation(
                key,
                wanted.executable(),
                wanted.note(),
                wanted.handOver(),
                wanted.outOfEphemeralRange(),
                since.since(),
                wanted.run());
    }

    private void refuseOverlap(PortKey key) throws ReservationException {
        for (Slot slot : slots.ofPort(key.port())) {
            if (HoldAddresses.overlap(slot.key(), key)) {
                throw new ReservationException(
                        Failure.of(Kind.CONFLICT, key + " is already reserved as " + slot.key(), "release it first"));
            }
        }
    }

    private List<StoredReservation> others(Slot slot) {
        return slots.ofPort(slot.key().port()).stream()
                .filter(other -> other != slot)
                .map(Slot::stored)
                .toList();
    }

    @Override
    public ReservationStatus release(PortKey key) throws ReservationException {
        ReservationStatus status;
        synchronized (slots) {
            checkOpen();
            Slot slot = slots.get(HoldAddresses.canonical(key));
            status = slot.status();
            ledger.remove(slot.stored(), others(slot));
            slot.loan(null);
            slot.drop();
            slots.remove(slot);
        }
        listeners.changed();
        return status;
    }

    @Override
    public ReservationStatus retry(PortKey key) throws ReservationException {
        Slot slot;
        synchronized (slots) {
            checkOpen();
            slot = slots.get(HoldAddresses.canonical(key));
            if (slot.state() == HoldState.UNPROVEN) {
                holder.prove(slot);
            }
        }
        holder.takeAll(List.of(slot), true);
        listeners.changed();
        synchronized (slots) {
            return slot.status();
        }
    }

    @Override
    public void lend(PortKey key, HandOver way, Path receiver) throws ReservationException {
        synchronized (slots) {
            checkOpen();
        }
        lender.lend(HoldAddresses.canonical(key), way, receiver);
    }

    @Override
    public void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException {
        handOuts.handOut(HoldAddresses.canonical(key), shape, receiver);
    }

    @Override
    public void recall(PortKey key) throws ReservationException {
        handOuts.recall(HoldAddresses.canonical(key));
    }

    @Override
    public void started(PortKey key, long pid) throws ReservationException {
        lender.started(HoldAddresses.canonical(key), pid);
    }

    @Override
    public ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException {
        return lender.awaitListener(HoldAddresses.canonical(key), limit);
    }

    @Override
    public ReservationStatus giveBack(PortKey key) throws ReservationException {
        return lender.giveBack(HoldAddresses.canonical(key));
    }

    @Override
    public Subscription watch(ReservationListener listener) {
        return listeners.add(listener);
    }

    @Override
    public void close() {
        scheduler.shutdown();
        synchronized (slots) {
            closed = true;
            for (Slot slot : slots.all()) {
                slot.loan(null);
                slot.drop();
            }
            slots.clear();
        }
        listeners.close();
    }

    private void checkOpen() throws ReservationException {
        if (closed) {
            throw new ReservationException(
                    Failure.of(Kind.FAILED, "the process that holds the ports is ending", "try again"));
        }
    }
}
