// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.internal.hold.ReservedPorts;
import org.portio.reservation.internal.store.ReservationStore;
import org.portio.reservation.internal.store.StoredReservation;

/**
 * The records of reservations, in the file and in the system's list of ports that no outgoing connection gets. The file comes first:
 * it tells what PortIO added to the list, also after a crash.
 */
final class Ledger {

    private final ReservationStore store;
    private final ReservedPorts reserved;
    private final Reports reports;

    Ledger(ReservationStore store, ReservedPorts reserved, Reports reports) {
        this.store = store;
        this.reserved = reserved;
        this.reports = reports;
    }

    /** Returns what is reserved; ports are added to the system's list again if it has lost them. */
    List<StoredReservation> open() throws IOException {
        List<StoredReservation> all = new ArrayList<>(store.open());
        if (all.stream().noneMatch(entry -> entry.reservation().outOfEphemeralRange()) || !reserved.areSupported()) {
            return all;
        }
        BitSet list = reserved.read();
        BitSet wanted = (BitSet) list.clone();
        String run = reserved.run();
        List<StoredReservation> changed = new ArrayList<>();
        all.replaceAll(entry -> restored(entry, wanted, run, changed));
        if (!changed.isEmpty()) {
            store.putAll(changed);
        }
        if (!wanted.equals(list)) {
            try {
                reserved.write(wanted);
            } catch (IOException _) {
                reports.add("ports are held, but not excluded from the ephemeral range; "
                        + ReservedPorts.whatHelps(wanted));
            }
        }
        return all;
    }

    /** An entry of this run's list that was added in an earlier run is somebody else's. */
    private static StoredReservation restored(
            StoredReservation entry, BitSet wanted, String run, List<StoredReservation> changed) {
        int port = entry.key().port();
        if (!entry.reservation().outOfEphemeralRange() || entry.reservedIn().equals(run) && wanted.get(port)) {
            return entry;
        }
        StoredReservation now = entry.reservedIn(wanted.get(port) ? "" : run);
        wanted.set(port);
        if (!now.equals(entry)) {
            changed.add(now);
        }
        return now;
    }

    /** Fails if a wish cannot be fulfilled, before anything is touched. */
    void check(Reservation reservation) throws ReservationException {
        if (!reservation.outOfEphemeralRange()) {
            return;
        }
        if (!reserved.areSupported()) {
            throw new ReservationException(Failure.of(
                    Kind.INVALID,
                    "this system cannot exclude single ports from the ephemeral range",
                    "reserve without it"));
        }
        try {
            BitSet list = reserved.read();
            if (!list.get(reservation.key().port()) && !reserved.mayBeChanged()) {
                throw notAllowed(reservation.key(), list, null);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static ReservationException notAllowed(PortKey key, BitSet list, IOException cause) {
        list.set(key.port());
        return new ReservationException(
                Failure.of(
                        Kind.PERMISSION,
                        key + " is not reserved: excluding it from the ephemeral range needs privileges",
                        ReservedPorts.whatHelps(list)),
                cause);
    }

    /**
     * Writes a reservation down.
     *
     * @param before the one in whose place it comes; null for none
     * @param others reservations of the same port
     */
    StoredReservation put(StoredReservation before, Reservation wanted, Collection<StoredReservation> others)
            throws ReservationException {
        try {
            if (wanted.outOfEphemeralRange()) {
                return before != null && !before.reservedIn().isEmpty()
                        ? store(before, wanted, before.reservedIn())
                        : add(before, wanted);
            }
            if (before != null) {
                giveToOutgoing(before, others);
            }
            return store(before, wanted, "");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StoredReservation store(StoredReservation before, Reservation wanted, String run) throws IOException {
        StoredReservation stored =
                new StoredReservation(wanted, run, before == null ? StoredReservation.NOTHING_MORE : before.more());
        store.put(stored);
        return stored;
    }

    private StoredReservation add(StoredReservation before, Reservation wanted)
            throws IOException, ReservationException {
        BitSet list = reserved.read();
        if (list.get(wanted.key().port())) {
            return store(before, wanted, "");
        }
        StoredReservation stored = store(before, wanted, reserved.run());
        list.set(wanted.key().port());
        try {
            reserved.write(list);
            return stored;
        } catch (IOException e) {
            if (before == null) {
                store.remove(wanted.key());
            } else {
                store.put(before);
            }
            throw notAllowed(wanted.key(), list, e);
        }
    }

    /** Strikes a reservation out, and takes back what it added to the system's list. */
    void remove(StoredReservation stored, Collection<StoredReservation> others) throws ReservationException {
        try {
            giveToOutgoing(stored, others);
            store.remove(stored.key());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Another reservation of the same port that wants it out of the range goes on with what this one added. */
    private void giveToOutgoing(StoredReservation stored, Collection<StoredReservation> others) throws IOException {
        if (stored.reservedIn().isEmpty() || !stored.reservedIn().equals(reserved.run())) {
            return;
        }
        for (StoredReservation other : others) {
            if (other.reservation().outOfEphemeralRange() && other.reservedIn().isEmpty()) {
                store.put(other.reservedIn(stored.reservedIn()));
                return;
            }
        }
        BitSet list = reserved.read();
        list.clear(stored.key().port());
        try {
            reserved.write(list);
        } catch (IOException _) {
            reports.add("port " + stored.key().port() + " stays excluded from the ephemeral range; "
                    + ReservedPorts.whatHelps(list));
        }
    }

    private static ReservationException failed(IOException e) {
        return new ReservationException(
                Failure.of(Kind.FAILED, "the reservation cannot be saved: " + FileFailure.text(e)), e);
    }
}
