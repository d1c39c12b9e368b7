// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.core.Connection;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.hold.HoldException;

/** Hands ports over, watches who has them, and takes them back. */
final class Lender {

    /** The time that a loan lasts if its borrower is not reported. */
    private static final Duration UNCLAIMED = Duration.ofSeconds(10);

    private static final long WATCH_MILLIS = 100;
    /** Looking who listens costs more than looking whether a process is there. */
    private static final int WATCHES_PER_LOOK = 10;

    private static final long FIRST_POLL_MILLIS = 25;
    private static final long LAST_POLL_MILLIS = 250;

    private final Slots slots;
    private final Holder holder;
    private final Listeners listeners;
    private final ScheduledExecutorService scheduler;

    Lender(Slots slots, Holder holder, Listeners listeners, ScheduledExecutorService scheduler) {
        this.slots = slots;
        this.holder = holder;
        this.listeners = listeners;
        this.scheduler = scheduler;
    }

    void lend(PortKey key, HandOver way, Path receiver) throws ReservationException {
        check(key, way, receiver);
        synchronized (slots) {
            Slot slot = slots.get(key);
            checkIsHeld(slot);
            Loan loan = new Loan(way);
            try {
                open(slot, way, receiver);
            } catch (HoldException e) {
                // It is held as before, or is not; the user is to know which.
                holder.prove(slot);
                throw new ReservationException(
                        Failure.of(
                                Kind.FAILED, key + " cannot be handed over by " + way.label() + ": " + e.getMessage()),
                        e);
            }
            slot.loan(loan);
            slot.set(HoldState.LENT, "by " + way.label() + ", to a program that is about to start");
            scheduler.schedule(() -> expire(slot, loan), UNCLAIMED.toMillis(), TimeUnit.MILLISECONDS);
        }
        listeners.changed();
    }

    private void check(PortKey key, HandOver way, Path receiver) throws ReservationException {
        if (way == HandOver.AUTO) {
            throw new ReservationException(Failure.of(Kind.INVALID, "choose any, descriptor, latch or release"));
        }
        boolean tcpOnly = way == HandOver.DESCRIPTOR || way == HandOver.LATCH;
        if (tcpOnly && key.protocol() != Protocol.TCP) {
            throw new ReservationException(Failure.of(
                    Kind.INVALID, key + " cannot be handed over by " + way.label(), "UDP supports any and release"));
        }
        if (way == HandOver.ANY && !holder.holds().passesDescriptors()) {
            throw new ReservationException(Failure.of(
                    Kind.INVALID, "a socket can be put in a program's place only on Linux", "choose latch or release"));
        }
        if (way == HandOver.DESCRIPTOR && (receiver == null || !holder.holds().passesDescriptors())) {
            throw new ReservationException(Failure.of(
                    Kind.INVALID,
                    receiver == null
                            ? "a descriptor needs a socket that receives it"
                            : "descriptors can be passed only on Linux",
                    receiver == null ? "" : "choose latch or release"));
        }
    }

    private static void checkIsHeld(Slot slot) throws ReservationException {
        ReservationStatus status = slot.status();
        switch (slot.state()) {
            case HELD, UNPROVEN -> {
                // It is there to be lent.
            }
            case LENT ->
                throw new ReservationException(
                        Failure.of(Kind.CONFLICT, slot.key() + " is already lent: " + status.detail()));
            case CONFLICT ->
                throw new ReservationException(Failure.of(Kind.CONFLICT, slot.key() + " is " + status.detail()));
            case DENIED ->
                throw new ReservationException(Failure.of(Kind.PERMISSION, slot.key() + " is " + status.detail()));
            default -> throw new IllegalStateException(status.toString());
        }
    }

    private static void open(Slot slot, HandOver way, Path receiver) throws HoldException {
        switch (way) {
            case DESCRIPTOR -> slot.hold().lendTo(receiver);
            case LATCH -> slot.hold().letOthersIn(true);
            case ANY -> {
                // Its sockets are handed out as the program asks for them.
            }
            default -> slot.drop();
        }
    }

    private void expire(Slot slot, Loan loan) {
        boolean unclaimed;
        synchronized (slots) {
            unclaimed = slot.loan() == loan && loan.process() == null;
            if (unclaimed) {
                takeBack(slot);
            }
        }
        if (unclaimed) {
            listeners.changed();
        }
    }

    void started(PortKey key, long pid) throws ReservationException {
        synchronized (slots) {
            Slot slot = slots.get(key);
            Loan loan = slot.loan();
            if (loan == null) {
                throw new ReservationException(Failure.of(
                        Kind.INVALID,
                        key + " is not lent; a hand-over is cancelled if no program starts within "
                                + UNCLAIMED.toSeconds() + " s"));
            }
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            if (process.isEmpty()) {
                takeBackUnlessLeft(slot);
            } else if (loan.process() != null) {
                loan.process(process.get());
                slot.set(HoldState.LENT, "by " + loan.way().label() + ", to PID " + pid);
            } else {
                loan.process(process.get());
                slot.set(HoldState.LENT, "by " + loan.way().label() + ", to PID " + pid);
                watch(slot, loan, 1);
            }
        }
        listeners.changed();
    }

    /** A program that has ended at once may have left a process behind, as daemons do; whoever started it knows. */
    private void takeBackUnlessLeft(Slot slot) {
        Loan loan = slot.loan();
        if (loan.process() == null || loan.isOver()) {
            takeBack(slot);
        }
    }

    private void watch(Slot slot, Loan loan, int count) {
        scheduler.schedule(() -> look(slot, loan, count), WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Slot slot, Loan loan, int count) {
        boolean latchOpen;
        synchronized (slots) {
            if (slot.loan() != loan) {
                return;
            }
            latchOpen = loan.isLatchOpen();
            if (loan.isOver()) {
                takeBack(slot);
                listeners.changed();
                return;
            }
        }
        try {
            if (latchOpen && count % WATCHES_PER_LOOK == 0) {
                Sighting.of(holder.occupants().listeners(slot.key()), loan).ifPresent(seen -> note(slot, loan, seen));
            }
        } finally {
            watch(slot, loan, count + 1);
        }
    }

    ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException {
        long end = System.nanoTime() + limit.toNanos();
        for (long pause = FIRST_POLL_MILLIS; ; pause = Math.min(LAST_POLL_MILLIS, pause + pause / 2)) {
            Slot slot;
            Loan loan;
            synchronized (slots) {
                slot = slots.get(key);
                loan = slot.loan();
                if (loan == null) {
                    return slot.status();
                }
            }
            List<Connection> listening = holder.occupants().listeners(key);
            Optional<Sighting> seen = Sighting.of(listening, loan);
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            boolean served = seen.isPresent() && seen.get().taker().listens();
            if (served || left <= 0) {
                return note(slot, loan, seen.orElse(Sighting.NOBODY));
            }
            sleep(Math.min(pause, left));
        }
    }

    private ReservationStatus note(Slot slot, Loan loan, Sighting seen) {
        synchronized (slots) {
            if (slot.loan() == loan) {
                if (seen.taker().listens() && loan.isLatchOpen()) {
                    closeLatch(slot, loan);
                }
                if (slot.lent(seen)) {
                    listeners.changed();
                }
            }
            return slot.status();
        }
    }

    private static void closeLatch(Slot slot, Loan loan) {
        try {
            slot.hold().letOthersIn(false);
            loan.latchClosed();
        } catch (HoldException e) {
            System.getLogger(Lender.class.getName())
                    .log(System.Logger.Level.WARNING, slot.key() + ": the latch could not be closed", e);
        }
    }

    private static void sleep(long millis) throws ReservationException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReservationException(Failure.of(Kind.FAILED, "waiting for a listener was interrupted"), e);
        }
    }

    ReservationStatus giveBack(PortKey key) throws ReservationException {
        Slot slot;
        synchronized (slots) {
            slot = slots.get(key);
            if (slot.loan() != null) {
                takeBack(slot);
            }
        }
        listeners.changed();
        return slot.status();
    }

    /** Takes the loan back; called with the lock. */
    private void takeBack(Slot slot) {
        Loan loan = slot.loan();
        slot.loan(null);
        try {
            switch (loan.way()) {
                case DESCRIPTOR -> slot.hold().stopListening();
                case LATCH -> slot.hold().letOthersIn(false);
                case ANY -> {
                    // Settling ends what was done with its sockets, unless a process has been left behind that has one.
                }
                default -> slot.set(HoldState.CONFLICT, "");
            }
        } catch (HoldException e) {
            slot.drop();
            slot.set(HoldState.CONFLICT, "cannot be held as before: " + e.getMessage());
        }
        if (slot.hold() != null || holder.take(slot)) {
            holder.settle(slot);
        }
    }
}
