// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.Processes;
import org.portio.core.system.MissingRight;

/** Finds out whether a process still holds the port that it is to be ended for, and by a socket of its own. */
record PortHold(EndRequest request, Processes processes) {

    /** Returns why the process is left alone; empty if it may be ended. The sockets are those at the port. */
    Optional<End> whyUntouched(ProcessInfo process, List<Connection> sockets) {
        List<Connection> held = sockets.stream()
                .filter(socket -> isHeldBy(process.pid(), socket))
                .toList();
        if (held.isEmpty()) {
            return Optional.of(notHeld(process, sockets));
        }
        Handed handed = new Handed(processes);
        boolean foreign = !request.handed() && held.stream().allMatch(socket -> handed.isHanded(process, socket));
        return foreign
                ? Optional.of(new End(process, Outcome.HANDED, handedBy(process, held.getFirst())))
                : Optional.empty();
    }

    static boolean isHeldBy(long pid, Connection socket) {
        return socket.owners().stream().anyMatch(owner -> owner.pid() == pid);
    }

    private End notHeld(ProcessInfo process, List<Connection> sockets) {
        return sockets.stream().anyMatch(Connection::ownerHidden)
                ? new End(
                        process,
                        Outcome.DENIED,
                        "you are not allowed to see the process on port "
                                + request.port().port()
                                + (MissingRight.isRoot() ? "" : "; " + MissingRight.withRights("run it")))
                : new End(process, Outcome.PORT_LEFT, "");
    }

    private static String handedBy(ProcessInfo process, Connection socket) {
        String user = process.user() == null ? "" : " of user " + process.user().name();
        return process.name() + " (PID " + process.pid() + ")" + user + " was only handed the socket, which user "
                + socket.user().name() + " made";
    }
}
