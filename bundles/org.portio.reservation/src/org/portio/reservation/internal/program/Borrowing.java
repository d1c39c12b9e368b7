// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.core.system.PrivateFiles;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.Taker;
import org.portio.reservation.internal.hold.DescriptorPassing;

/** One run of a program with a lent port, from the hand-over to the giving back. */
public final class Borrowing {

    private static final Duration DESCRIPTOR_LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration LATER_LOOK = Duration.ofSeconds(60);
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final Reservations reservations;
    private final PortKey key;
    private final Launch launch;
    private final HandOver way;
    private final Consumer<String> messages;
    private final AtomicBoolean listened = new AtomicBoolean();
    /** Null if the port is handed over in another way than by any. */
    private final PortDoor door;

    /** Creates one by {@link HandOver#ANY}, whose program goes through this door, which is closed then. */
    public Borrowing(Reservations reservations, PortKey key, Launch launch, PortDoor door, Consumer<String> messages) {
        this(reservations, key, launch, HandOver.ANY, door, messages);
    }

    /** Creates one by any other way. */
    public Borrowing(Reservations reservations, PortKey key, Launch launch, HandOver way, Consumer<String> messages) {
        this(reservations, key, launch, way, null, messages);
    }

    private Borrowing(
            Reservations reservations,
            PortKey key,
            Launch launch,
            HandOver way,
            PortDoor door,
            Consumer<String> messages) {
        this.reservations = reservations;
        this.key = key;
        this.launch = launch;
        this.way = way;
        this.door = door;
        this.messages = messages;
    }

    /** Returns whether the program was seen to have the port. */
    public boolean hasListened() {
        return listened.get();
    }

    /** Hands over, runs the program to its end, and takes the port back. */
    public int run() throws ReservationException, IOException, InterruptedException {
        Program program = start();
        Thread hook = new Thread(() -> end(program), "portio-run-end");
        Thread watcher;
        int exit;
        try {
            addHook(hook);
            reservations.started(key, program.pid());
            watcher = Thread.ofPlatform().daemon().name("portio-run-watch").start(this::watch);
            exit = program.waitFor();
            if (door != null) {
                door.awaitUsers(launch.command().getFirst(), messages);
            }
        } catch (ReservationException | InterruptedException | RuntimeException e) {
            program.terminate();
            throw e;
        } finally {
            removeHook(hook);
            if (door != null) {
                door.close();
            }
            giveBack();
        }
        watcher.join(TO_END);
        return exit;
    }

    private Program start() throws ReservationException, IOException {
        if (way == HandOver.DESCRIPTOR) {
            return startWithDescriptor();
        }
        reservations.lend(key, way, null);
        if (door != null) {
            reservations.started(key, ProcessHandle.current().pid());
        }
        return started(() -> door == null ? Program.start(launch) : door.start(launch));
    }

    private Program startWithDescriptor() throws ReservationException, IOException {
        Path folder = newFolder();
        try (DescriptorPassing.Receiver receiver = new DescriptorPassing.Receiver(folder.resolve("socket"))) {
            reservations.lend(key, way, folder.resolve("socket"));
            return started(() -> {
                int socket = receiver.receive(DESCRIPTOR_LIMIT);
                try {
                    return SpawnedProgram.start(launch, socket, key.protocol().label() + "-" + key.port());
                } finally {
                    receiver.close(socket);
                }
            });
        } finally {
            Files.deleteIfExists(folder);
        }
    }

    /** Nobody else can reach what is in it. The folder for temporary files need not be there, or writable. */
    static Path newFolder() throws IOException {
        try {
            return Files.createTempDirectory("portio-");
        } catch (IOException _) {
            Path state = Places.ofSystem().state();
            PrivateFiles.claimFolder(state);
            return Files.createTempDirectory(state, "run-");
        }
    }

    @FunctionalInterface
    private interface Start {
        Program run() throws IOException;
    }

    private Program started(Start start) throws ReservationException, IOException {
        try {
            return start.run();
        } catch (IOException | RuntimeException e) {
            reservations.giveBack(key);
            throw e;
        }
    }

    /** Tells once who listens, and that nobody does yet. */
    private void watch() {
        try {
            ReservationStatus status = look(FIRST_LOOK);
            if (isNotServed(status)) {
                tellThatNobodyServes(status);
            }
            while (isNotServed(status)) {
                status = look(LATER_LOOK);
            }
            if (status.state() == HoldState.LENT) {
                tell(status);
            }
        } catch (ReservationException e) {
            messages.accept("cannot see who listens on " + key + ": " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program that goes through a door is seen there, when it listens; whoever holds the port need not look all the time. */
    private ReservationStatus look(Duration limit) throws ReservationException, InterruptedException {
        boolean isTime = door == null || door.awaitListening(limit);
        return reservations.awaitListener(key, isTime ? limit : Duration.ZERO);
    }

    private static boolean isNotServed(ReservationStatus status) {
        return status.state() == HoldState.LENT
                && (status.taker() == Taker.NOBODY || status.taker() == Taker.NOT_ACCEPTED);
    }

    private void tellThatNobodyServes(ReservationStatus status) {
        messages.accept(
                status.taker() == Taker.NOBODY
                        ? status.detail() + " on " + key + " yet"
                        : status.detail() + " on " + key
                                + " yet, so clients wait; if it only starts the server, end it and"
                                + " choose another way: --hand-over latch");
    }

    private void tell(ReservationStatus status) {
        listened.set(status.taker() == Taker.PROGRAM || status.taker() == Taker.UNSEEN);
        messages.accept(
                switch (status.taker()) {
                    case PROGRAM -> status.detail() + " on " + key + ", handed over by " + way.label();
                    case OTHER -> key + " is " + status.detail();
                    default -> key + " is lent: " + status.detail();
                });
    }

    /**
     * The holder of the port also takes it back without this; the program's exit code is not lost if the message is.
     */
    private void giveBack() {
        try {
            ReservationStatus status = reservations.giveBack(key);
            String now = status.state() == HoldState.HELD
                    ? "held again"
                    : status.state().label();
            messages.accept(key + " is " + now + (status.detail().isEmpty() ? "" : ": " + status.detail()));
        } catch (ReservationException e) {
            messages.accept("cannot tell the state of " + key + ": " + e.getMessage());
        }
    }

    /** The terminal's signals come to the program, too; those that are sent to PortIO alone are passed on. */
    private static void end(Program program) {
        program.terminate();
        try {
            ProcessHandle.of(program.pid()).ifPresent(Borrowing::await);
        } catch (RuntimeException _) {
            // It has been asked; whoever has the port takes it back when the program ends.
        }
    }

    private static void await(ProcessHandle process) {
        long end = System.nanoTime() + TO_END.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static void addHook(Thread hook) throws ReservationException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new ReservationException(Failure.of(Kind.FAILED, "PortIO is ending"), e);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // It is running: PortIO is ending.
        }
    }
}
