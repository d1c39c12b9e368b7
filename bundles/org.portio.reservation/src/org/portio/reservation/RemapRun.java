// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.reservation.internal.program.StandIn;
import org.portio.reservation.internal.remap.RemapClaims;
import org.portio.reservation.internal.remap.RemapHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.DoorException;
import org.portio.trace.TracedProcess;

/** Runs a program that insists on a port, and gives it another one; neither it nor what it starts is told. */
public final class RemapRun {

    private static final Duration EVER = Duration.ofDays(365);

    private final Places places;
    private final List<RemapRequest> requests;
    private final boolean follow;
    private final Consumer<String> messages;

    /**
     * Makes one.
     *
     * @param follow whether connections to an asked port of this machine go to the given one, too
     * @param messages is told, a line each, which ports are given; from several threads
     */
    public RemapRun(Places places, List<RemapRequest> requests, boolean follow, Consumer<String> messages) {
        this.places = places;
        this.requests = List.copyOf(requests);
        this.follow = follow;
        this.messages = messages;
    }

    /**
     * Runs it, with this process's own streams and environment, to its end, and waits for the processes that it leaves behind, of
     * which this process becomes the parent.
     *
     * @return its exit code; 128 plus the signal if one ended it
     * @throws ReservationException if the calls of programs cannot be answered here, or a port cannot be given; nothing was started
     * @throws ProgramStartException if the program does not start
     */
    public int run(List<String> command) throws ReservationException, IOException, InterruptedException {
        try (RemapClaims claims = RemapClaims.take(places, requests, command.getFirst());
                Door door = open(claims)) {
            StandIn.adoptOrphans();
            ProgramRun program = door.start(() -> ProgramRun.start(command, Map.of()));
            claims.started(program.pid());
            try {
                int code = program.waitFor();
                awaitOthers(door);
                return code;
            } catch (InterruptedException e) {
                program.terminate();
                throw e;
            }
        }
    }

    private Door open(RemapClaims claims) throws ReservationException {
        Set<CallKind> asked = EnumSet.of(CallKind.BIND, CallKind.LISTEN, CallKind.IO_URING);
        if (follow) {
            asked.add(CallKind.CONNECT);
        }
        try {
            return Door.open(asked, new RemapHandler(claims.ports(), follow, messages));
        } catch (DoorException e) {
            throw new ReservationException(
                    Failure.of(Kind.UNSUPPORTED, "no other port can be given to a program: " + e.what()), e);
        }
    }

    /** Their calls are answered here, and would fail if nobody did. */
    private void awaitOthers(Door door) {
        List<TracedProcess> others = door.processes();
        if (others.isEmpty()) {
            return;
        }
        messages.accept("waiting for " + others.size() + (others.size() == 1 ? " process" : " processes")
                + " that the program left behind (PID "
                + others.getFirst().pid() + (others.size() == 1 ? "" : " and others")
                + "), whose ports are given here");
        StandIn.retire();
        door.awaitEnd(EVER);
    }
}
