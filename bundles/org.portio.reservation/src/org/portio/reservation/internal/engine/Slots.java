// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.kept.KeptPortsFile;

/** All reservations of this process. Code that uses them or their slots synchronizes on this object. */
final class Slots {

    private final SortedMap<PortKey, Slot> slots = new TreeMap<>();
    private final KeptPortsFile file;

    Slots(KeptPortsFile file) {
        this.file = file;
    }

    Optional<Slot> find(PortKey key) {
        return Optional.ofNullable(slots.get(key));
    }

    Slot get(PortKey key) throws ReservationException {
        return find(key)
                .orElseThrow(() -> new ReservationException(
                        Failure.of(ReservationException.Kind.NOT_FOUND, key + " is not reserved")));
    }

    /** Adds one, and has the file say how it is kept. */
    void add(Slot slot) {
        slots.put(slot.key(), slot);
        slot.tell(file::put);
    }

    /** Removes one that keeps nothing any more. */
    void remove(Slot slot) {
        slots.remove(slot.key());
    }

    /** Returns whether it is still one of them. */
    boolean have(Slot slot) {
        return slots.get(slot.key()) == slot;
    }

    /** Removes all, of which none keeps anything any more. */
    void clear() {
        slots.clear();
        file.close();
    }

    Collection<Slot> all() {
        return slots.values();
    }

    /** Returns others of the same port. */
    List<Slot> ofPort(int port) {
        return slots
                .subMap(new PortKey(port, Protocol.TCP, ""), new PortKey(port + 1, Protocol.TCP, ""))
                .values()
                .stream()
                .toList();
    }

    /** Returns how they stand at this moment. */
    synchronized List<ReservationStatus> statuses() {
        return slots.values().stream().map(Slot::status).toList();
    }
}
