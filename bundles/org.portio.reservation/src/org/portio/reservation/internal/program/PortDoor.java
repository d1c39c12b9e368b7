// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservations;
import org.portio.reservation.internal.hold.HeldSocket;
import org.portio.reservation.internal.hold.SwiftCalls;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.DoorException;
import org.portio.trace.TracedProcess;

/**
 * The door that a program goes through whose port is handed over by any. Its processes keep the port as long as one of them has it
 * open, also when the program itself has ended.
 */
public final class PortDoor implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS_AT_THE_END = Duration.ofMillis(40);
    private static final int LOOKS_AT_THE_END = 4;

    private final PortKey key;
    private final GivenSockets given;
    private final PortAnswers answers;
    private final Door door;
    private final Thread looking =
            Thread.ofPlatform().daemon().name("portio-run-look").unstarted(this::look);

    /** Opens it. */
    public PortDoor(Reservations reservations, PortKey key, Consumer<String> messages) throws DoorException {
        this.key = key;
        given = new GivenSockets(reservations, key);
        answers = new PortAnswers(key, given, this::processes, messages);
        door = Door.open(EnumSet.of(CallKind.BIND, CallKind.LISTEN), answers);
        Thread.ofPlatform().daemon().name("portio-run-practice").start(SwiftCalls::warmUp);
    }

    private List<TracedProcess> processes() {
        return door.processes();
    }

    Program start(Launch launch) throws IOException {
        StandIn.current().ifPresent(StandIn::adopt);
        Program program = door.start(() -> Program.start(launch));
        looking.start();
        return program;
    }

    /** Waits until a program listens, or none will any more; returns false if the limit is over before. */
    boolean awaitListening(Duration limit) throws InterruptedException {
        return answers.listening().await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks from time to time whether the program has closed the port while it goes on. */
    private void look() {
        try {
            boolean wasUsed = true;
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                boolean used = !isListening() || !users().isEmpty();
                // Twice: a socket on its way from one process to another is with neither, for a look that takes its
                // time.
                if (!used && !wasUsed) {
                    given.recallIfUnused(this::processes);
                }
                wasUsed = used;
            }
        } catch (InterruptedException _) {
            // The program has ended.
        }
    }

    private boolean isListening() {
        return given.all().stream().anyMatch(HeldSocket::isListening);
    }

    private List<TracedProcess> users() {
        List<HeldSocket> sockets = given.all();
        return sockets.isEmpty() ? List.of() : GivenSockets.users(sockets, processes());
    }

    /** Waits for processes that have the port open, although the program that started them has ended. */
    void awaitUsers(String program, Consumer<String> messages) throws InterruptedException {
        List<TracedProcess> users = users();
        // A process that is just being left behind may be missed by a look, which takes its time.
        for (int i = 1; i < LOOKS_AT_THE_END && users.isEmpty() && isListening(); i++) {
            Thread.sleep(BETWEEN_LOOKS_AT_THE_END);
            users = users();
        }
        if (users.isEmpty()) {
            return;
        }
        messages.accept(program + " has ended, but left "
                + users.stream().map(PortDoor::name).collect(Collectors.joining(", ")) + " with " + key
                + "; the port is held again when that ends");
        StandIn.current().ifPresent(standIn -> standIn.heirs(this::living));
        while (!users.isEmpty()) {
            Thread.sleep(BETWEEN_LOOKS.dividedBy(4));
            users = users();
        }
    }

    private static String name(TracedProcess process) {
        String file = ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().command())
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse("a process");
        return file + " (PID " + process.pid() + ")";
    }

    private List<Long> living() {
        return processes().stream().map(TracedProcess::pid).toList();
    }

    @Override
    public void close() {
        answers.listening().countDown();
        looking.interrupt();
        door.close();
        given.close();
    }
}
