// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.time.Instant;
import java.util.function.Consumer;
import org.portio.core.Keeping;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Taker;
import org.portio.reservation.internal.hold.Hold;
import org.portio.reservation.internal.kept.KeptPort;
import org.portio.reservation.internal.store.StoredReservation;

/** One reservation, its socket, and how it stands. Guarded by the {@link Slots} that it belongs to. */
final class Slot {

    private final PortKey key;
    private StoredReservation stored;
    private Hold hold;
    private HoldState state = HoldState.CONFLICT;
    private Instant stateSince = Instant.now();
    private String detail = "";
    private Taker taker = Taker.UNKNOWN;
    private Loan loan;
    private Consumer<KeptPort> kept = _ -> {
        // Nobody, until it is one of the slots.
    };

    Slot(StoredReservation stored) {
        key = stored.key();
        this.stored = stored;
    }

    /** Begins to tell a listener how the port is kept. */
    void tell(Consumer<KeptPort> listener) {
        kept = listener;
        tell();
    }

    private void tell() {
        if (hold == null) {
            kept.accept(new KeptPort(key, Keeping.State.NOT_KEPT, 0));
        } else {
            kept.accept(new KeptPort(
                    key, loan == null ? Keeping.State.HELD : Keeping.State.LENT, loan == null ? 0 : loan.lender()));
        }
    }

    PortKey key() {
        return key;
    }

    StoredReservation stored() {
        return stored;
    }

    void store(StoredReservation newStored) {
        stored = newStored;
    }

    /** Returns its bound socket; null if it has none. */
    Hold hold() {
        return hold;
    }

    void hold(Hold newHold) {
        hold = newHold;
        tell();
    }

    /** Lets go of the port. */
    void drop() {
        if (hold != null) {
            hold.close();
            hold = null;
            tell();
        }
    }

    /** Returns what it is lent as; null if it is not. */
    Loan loan() {
        return loan;
    }

    void loan(Loan newLoan) {
        loan = newLoan;
        tell();
    }

    HoldState state() {
        return state;
    }

    /** Returns whether holding it is to be tried again. */
    boolean waits() {
        return loan == null && (state == HoldState.CONFLICT || state == HoldState.DENIED);
    }

    /** Returns whether that changed anything. */
    boolean set(HoldState newState, String newDetail) {
        return set(newState, newDetail, Taker.UNKNOWN);
    }

    /** Returns the same for a lent port that somebody was seen to take. */
    boolean lent(Sighting seen) {
        return set(HoldState.LENT, seen.text(), seen.taker());
    }

    private boolean set(HoldState newState, String newDetail, Taker newTaker) {
        boolean changed = state != newState || !detail.equals(newDetail) || taker != newTaker;
        if (state != newState) {
            stateSince = Instant.now();
        }
        state = newState;
        detail = newDetail;
        taker = newTaker;
        // The loan may know its lender by now.
        tell();
        return changed;
    }

    ReservationStatus status() {
        return new ReservationStatus(
                stored.reservation(), state, stateSince, detail, loan == null ? 0 : loan.borrower(), taker);
    }
}
