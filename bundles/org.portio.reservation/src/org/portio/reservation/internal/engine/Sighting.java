// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.reservation.HandOver;
import org.portio.reservation.Taker;
import org.portio.reservation.internal.hold.Acceptance;

/**
 * An observation of who took a lent port.
 *
 * @param text for the user
 */
record Sighting(Taker taker, String text) {

    static final Sighting NOBODY = new Sighting(Taker.NOBODY, "nobody listens");

    /** Returns what these sockets tell of a loan; empty if nobody listens yet. */
    static Optional<Sighting> of(List<Connection> listening, Loan loan) {
        if (loan.process() == null) {
            return Optional.empty();
        }
        List<Owner> own = listening.stream()
                .flatMap(socket -> socket.owners().stream().map(process -> new Owner(socket, process)))
                .filter(owner -> !loan.isLender(owner.process.pid()) && isOf(owner.process.pid(), loan.family()))
                .toList();
        if (!own.isEmpty()) {
            return Optional.of(ofProgram(own, loan.way()));
        }
        // A socket that is lent by descriptor listens from the beginning, also before its program has it.
        if (loan.way() == HandOver.DESCRIPTOR) {
            return Optional.empty();
        }
        return listening.stream()
                .filter(socket -> !isOnlyOfLenders(socket, loan))
                .findFirst()
                .map(Sighting::ofAnother);
    }

    private static boolean isOnlyOfLenders(Connection socket, Loan loan) {
        return !socket.owners().isEmpty() && socket.owners().stream().allMatch(owner -> loan.isLender(owner.pid()));
    }

    private record Owner(Connection socket, ProcessInfo process) {}

    /** A socket that the program has made it serves; one that it was given it may not even know of. */
    private static Sighting ofProgram(List<Owner> own, HandOver way) {
        Optional<Owner> serving = way == HandOver.DESCRIPTOR
                ? own.stream()
                        .filter(owner -> Acceptance.of(owner.process.pid(), owner.socket.inode()))
                        .findFirst()
                : Optional.of(own.getFirst());
        return serving.map(owner -> new Sighting(Taker.PROGRAM, Occupants.process(owner.process) + " listens"))
                .orElseGet(() -> new Sighting(
                        Taker.NOT_ACCEPTED,
                        Occupants.process(own.getFirst().process) + " was given the socket, but does not"
                                + " accept connections"));
    }

    private static Sighting ofAnother(Connection socket) {
        return socket.owners().isEmpty()
                ? new Sighting(Taker.UNSEEN, Occupants.owner(socket) + " listens")
                : new Sighting(Taker.OTHER, "taken by " + Occupants.owner(socket) + ", which is another program");
    }

    /** Returns whether it is this process, or one that it has started. */
    private static boolean isOf(long pid, ProcessHandle borrower) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        while (process.isPresent()) {
            if (process.get().equals(borrower)) {
                return true;
            }
            process = process.get().parent();
        }
        return false;
    }
}
