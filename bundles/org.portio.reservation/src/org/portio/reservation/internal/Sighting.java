// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.reservation.HandOver;

/**
 * Who was seen to listen on a lent port.
 *
 * @param somebody whether anybody does
 * @param text for the user
 */
public record Sighting(boolean somebody, String text) {

    static final Sighting NOBODY = new Sighting(false, "nobody listens");
    private static final String LISTENS = " listens";

    /** Whether the detail of a lent port says that its program has it. */
    public static boolean isOfProgram(String detail) {
        return detail.endsWith(LISTENS) && !isNobody(detail);
    }

    /** Whether the detail of a lent port says that nobody has it yet. */
    public static boolean isNobody(String detail) {
        return detail.equals(NOBODY.text);
    }

    /** What these sockets tell of a loan; empty where nobody listens yet. */
    static Optional<Sighting> of(List<Connection> listening, Loan loan) {
        ProcessHandle borrower = loan.process();
        if (borrower == null) {
            return Optional.empty();
        }
        Optional<ProcessInfo> own = listening.stream()
                .flatMap(socket -> socket.owners().stream())
                .filter(owner -> isOf(owner.pid(), borrower))
                .findFirst();
        if (own.isPresent()) {
            return Optional.of(new Sighting(true, Occupants.process(own.get()) + LISTENS));
        }
        // A socket that is lent by descriptor listens from the beginning, also before its program has it.
        if (listening.isEmpty() || loan.way() == HandOver.DESCRIPTOR) {
            return Optional.empty();
        }
        Connection socket = listening.getFirst();
        return Optional.of(new Sighting(
                true,
                socket.owners().isEmpty()
                        ? Occupants.owner(socket) + "," + LISTENS
                        : "taken by " + Occupants.owner(socket) + ", which is not the program"));
    }

    /** Whether it is this process, or one that it has started. */
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
