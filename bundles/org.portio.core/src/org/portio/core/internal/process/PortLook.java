// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Keeping;
import org.portio.core.internal.BindConflict;
import org.portio.core.process.EndRequest;
import org.portio.core.process.HeldPort;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.core.process.Processes;

/**
 * Looks who has a port after processes were ended for it.
 *
 * @param port that they were ended for
 * @param held all sockets that the processes had there; what others have at other addresses does not matter
 * @param successors who may have the port after them
 * @param patience how long to wait for somebody who takes the port again
 */
record PortLook(HeldPort port, List<Connection> held, Successors successors, Duration patience) {

    /** systemd starts a service again after 0.1 seconds. */
    private static final Duration RESPAWN = Duration.ofMillis(1200);

    /** Other supervisors wait a second, and a program takes a while to start. */
    private static final Duration SUPERVISED = Duration.ofMillis(2500);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Remembers what is needed while the processes still run; the sockets are those at the port. */
    static PortLook before(EndRequest request, List<Connection> sockets, Processes processes, SparedProcesses spared) {
        if (request.port() == null) {
            return null;
        }
        List<Connection> own = Stream.concat(
                        request.port().sockets().stream(),
                        sockets.stream()
                                .filter(socket -> request.processes().stream()
                                        .anyMatch(process -> PortHold.isHeldBy(process.pid(), socket))))
                .distinct()
                .toList();
        List<Connection> holding = own.stream().filter(HeldPort::isHolding).toList();
        // Who has no more than connections is ended for the place of these.
        List<Connection> held = holding.isEmpty() ? own : holding;
        Successors successors = Successors.of(request.processes(), held, processes);
        boolean supervised = successors.parents().stream().anyMatch(spared::mayStartItAgain);
        return new PortLook(request.port(), held, successors, supervised ? SUPERVISED : RESPAWN);
    }

    /** Looks at the port for a while: who is started again is not there at once. */
    PortAftermath afterwards(ConnectionMonitor monitor, Processes processes) throws ConnectionException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Connection> sockets = monitor.snapshot().connections().stream()
                    .filter(this::isInTheWay)
                    .toList();
            Optional<Connection> taken =
                    sockets.stream().filter(HeldPort::isHolding).findFirst();
            if (taken.isPresent() && taken.get().keeping().state() == Keeping.State.HELD) {
                return new PortAftermath(State.KEPT, "PortIO holds " + name(taken.get()) + " again", List.of());
            }
            boolean last = System.nanoTime() > end || Thread.currentThread().isInterrupted();
            if (taken.isPresent() && (last || isTakenOver(taken.get()))) {
                return new PortAftermath(
                        State.TAKEN,
                        successors.whoHas(taken.get(), processes),
                        taken.get().owners());
            }
            if (last || !pause() && taken.isEmpty()) {
                return new BindAftermath(port, held, sockets, monitor).judge();
            }
        }
    }

    private static String name(Connection socket) {
        return socket.protocol() + " " + socket.local().port();
    }

    /**
     * Returns whether somebody else has it for sure: the owner of a socket that is quite new may be seen only at the next look, and a
     * port that was lent is soon taken back.
     */
    private static boolean isTakenOver(Connection socket) {
        return !socket.owners().isEmpty() && !socket.keeping().isKept();
    }

    private boolean isInTheWay(Connection socket) {
        return held.stream()
                .anyMatch(before ->
                        before.protocol() == socket.protocol() && BindConflict.between(before.local(), socket.local()));
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
