// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.Collection;
import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.internal.hold.HoldException;
import org.portio.reservation.internal.hold.Holds;

/** Gets slots their sockets, and reports the result. */
final class Holder {

    private final Slots slots;
    private final Holds holds;
    private final ConnectionMonitor monitor;

    Holder(Slots slots, Holds holds, ConnectionMonitor monitor) {
        this.slots = slots;
        this.holds = holds;
        this.monitor = monitor;
    }

    Holds holds() {
        return holds;
    }

    Occupants occupants() {
        return Occupants.of(monitor);
    }

    /** Holds the port of a new slot, or says for the user why it cannot. */
    void takeNew(Slot slot) throws HoldException {
        slot.hold(holds.take(slot.key()));
        prove(slot);
    }

    /** Explains a failure to the user; do not call it with a lock held, as it asks the system. */
    ReservationException explain(PortKey key, HoldException e) {
        String how = e.kind() == Kind.CONFLICT ? occupants().describe(key) : e.what();
        return new ReservationException(new Failure(e.kind(), key + " is " + how, e.remedy()), e);
    }

    /**
     * Tries to hold a port that is not held. The owner in the way is not looked up here, as one snapshot serves all.
     *
     * @return whether it is in conflict
     */
    boolean take(Slot slot) {
        if (slot.hold() != null) {
            return true;
        }
        try {
            takeNew(slot);
            return false;
        } catch (HoldException e) {
            if (e.kind() != Kind.CONFLICT) {
                slot.set(HoldState.DENIED, e.getMessage());
            } else if (slot.state() != HoldState.CONFLICT
                    || slot.status().detail().isEmpty()) {
                slot.set(HoldState.CONFLICT, e.getMessage());
            }
            return e.kind() == Kind.CONFLICT;
        }
    }

    /** Tries to take the port from its own hold. */
    void prove(Slot slot) {
        String theft = holds.theft(slot.key());
        slot.set(theft.isEmpty() ? HoldState.HELD : HoldState.UNPROVEN, theft);
    }

    /** Says of slots in conflict who has the port; not to be called with a lock. */
    void explain(Collection<Slot> conflicts) {
        if (conflicts.isEmpty()) {
            return;
        }
        Occupants occupants = occupants();
        synchronized (slots) {
            conflicts.stream()
                    .filter(slot -> slots.have(slot) && slot.waits() && slot.state() == HoldState.CONFLICT)
                    .forEach(slot -> settle(slot, occupants));
        }
    }

    /** A slot may be bound and still in conflict: a latch has let somebody in who still listens. */
    private void settle(Slot slot, Occupants occupants) {
        boolean alone = slot.hold() != null
                && !occupants.areUnknown()
                && occupants.otherListeners(slot).isEmpty();
        if (alone && isQuiet(slot)) {
            prove(slot);
        } else {
            slot.set(HoldState.CONFLICT, occupants.describe(slot.key()));
        }
    }

    /** A socket that was handed out may still listen, though whoever had it has ended. */
    private static boolean isQuiet(Slot slot) {
        try {
            slot.hold().stopListening();
            return true;
        } catch (HoldException _) {
            return false;
        }
    }

    /** Looks whether a bound slot is alone on its port, and proves that it holds. */
    void settle(Slot slot) {
        settle(slot, occupants());
    }

    /** Tries all of them, and says who is in the way; not to be called with a lock. */
    void takeAll(Collection<Slot> waiting, boolean explainAgain) {
        List<Slot> conflicts;
        synchronized (slots) {
            conflicts = waiting.stream()
                    .filter(slot -> slots.have(slot) && slot.waits())
                    .filter(slot -> isNews(slot, explainAgain))
                    .toList();
        }
        explain(conflicts);
    }

    private boolean isNews(Slot slot, boolean explainAgain) {
        boolean wasKnown =
                slot.state() == HoldState.CONFLICT && !slot.status().detail().isEmpty();
        return take(slot) && (explainAgain || !wasKnown || slot.hold() != null);
    }
}
