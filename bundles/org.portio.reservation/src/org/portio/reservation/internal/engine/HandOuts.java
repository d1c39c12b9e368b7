// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.nio.file.Path;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.SocketShape;
import org.portio.reservation.internal.hold.HoldException;

/** Gives programs that have a port lent by {@link HandOver#ANY} its sockets, as they ask for them. */
final class HandOuts {

    private final Slots slots;
    private final Holder holder;
    private final Listeners listeners;

    HandOuts(Slots slots, Holder holder, Listeners listeners) {
        this.slots = slots;
        this.holder = holder;
        this.listeners = listeners;
    }

    void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException {
        synchronized (slots) {
            try {
                lentByAny(key).hold().handOut(shape, receiver);
            } catch (HoldException e) {
                throw new ReservationException(
                        Failure.of(e.kind(), key + " cannot be handed out: " + e.getMessage()), e);
            }
        }
    }

    void recall(PortKey key) throws ReservationException {
        synchronized (slots) {
            Slot slot = lentByAny(key);
            boolean used = holder.occupants().listeners(key).stream()
                    .flatMap(socket -> socket.owners().stream())
                    .anyMatch(owner -> !slot.loan().isLender(owner.pid()));
            if (!used) {
                recall(slot);
            }
        }
        listeners.changed();
    }

    private static void recall(Slot slot) throws ReservationException {
        try {
            slot.hold().stopListening();
            slot.set(HoldState.LENT, "by any, to PID " + slot.loan().borrower() + ", which has closed it");
        } catch (HoldException e) {
            throw new ReservationException(
                    Failure.of(e.kind(), slot.key() + " cannot be taken back: " + e.getMessage()), e);
        }
    }

    private Slot lentByAny(PortKey key) throws ReservationException {
        Slot slot = slots.get(key);
        if (slot.loan() == null || slot.loan().way() != HandOver.ANY || slot.hold() == null) {
            throw new ReservationException(Failure.of(Kind.INVALID, key + " is not lent by any"));
        }
        return slot;
    }
}
