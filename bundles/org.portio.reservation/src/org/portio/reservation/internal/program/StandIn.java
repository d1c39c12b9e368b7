// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.portio.trace.Door;

/**
 * Makes this process stand for the program that it runs: each signal that comes to this process alone goes to the program;
 * those for the process group have come to it already. When the terminal stops the program, this process stops, too, so
 * that the shell sees it. Before the program runs, signals do here what they do to every process.
 *
 * <p>It works in a process that was {@linkplain SignalGate started for it} only: all its threads have the signals wait for
 * the one thread here.
 */
public final class StandIn {

    /** Signals by which the terminal stops a program: by a key, or since it reads or writes in the background. */
    private static final Set<Integer> STOPS = Set.of(Signals.TSTP, Signals.TTIN, Signals.TTOU);

    private static StandIn current;

    private final long blockedBefore;
    private final Signals signals = new Signals();
    private final Witness witness;
    private int program;
    private CompletableFuture<Integer> exit;
    private boolean retired;
    private Supplier<List<Long>> heirs = List::of;
    private boolean adopts;

    private StandIn(long blockedBefore) throws IOException {
        this.blockedBefore = blockedBefore;
        witness = new Witness();
        signals.hearOfStops();
    }

    /** Returns that of this process; empty if it has none. */
    static synchronized Optional<StandIn> current() {
        return Optional.ofNullable(current);
    }

    /**
     * Begins with it.
     *
     * @param blockedBefore signals that whoever started this process had blocked, which are so for the program
     */
    static synchronized void begin(long blockedBefore) throws IOException {
        StandIn standIn = new StandIn(blockedBefore);
        Thread.ofPlatform().daemon().name("portio-signals").start(standIn::serve);
        current = standIn;
    }

    /** Lets signals do here what they do to every process: the program has ended, and this process waits for others. */
    public static void retire() {
        current().ifPresent(standIn -> {
            synchronized (standIn) {
                standIn.retired = true;
            }
        });
    }

    /** Sends signals to these when the program itself has ended. */
    synchronized void heirs(Supplier<List<Long>> newHeirs) {
        heirs = newHeirs;
    }

    /**
     * Makes this process the parent of those that the program leaves alone. If it does not stand for the program, nobody waits for those;
     * but then it also does not live longer than they do.
     */
    public static void adoptOrphans() {
        current().ifPresentOrElse(StandIn::adopt, Door::adoptOrphans);
    }

    /** Makes this process the parent of those that the program leaves alone, and waits for them. */
    synchronized void adopt() {
        Door.adoptOrphans();
        adopts = true;
    }

    long blockedBefore() {
        return blockedBefore;
    }

    /** Starts the program; the result gets its exit code. */
    synchronized SpawnedProgram start(PosixSpawn spawn) throws IOException {
        program = spawn.start();
        exit = new CompletableFuture<>();
        SpawnedProgram started = new SpawnedProgram(program, exit);
        look();
        return started;
    }

    private void serve() {
        try {
            while (true) {
                handle(signals.await());
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(StandIn.class.getName())
                    .log(System.Logger.Level.ERROR, "signals are no longer passed on", e);
        }
    }

    private synchronized void handle(int signal) throws IOException {
        if (signal == Signals.CHLD) {
            look();
            forgetOrphans();
        } else if (exit == null || retired) {
            signals.act(signal);
        } else if (!witness.saw(signal)) {
            for (long receiver : exit.isDone() ? heirs.get() : List.of((long) program)) {
                signals.send((int) receiver, signal);
            }
        }
    }

    /** Forgets those that have ended, without children that were started beside the door, for which Java waits. */
    private void forgetOrphans() {
        if (adopts) {
            ProcessHandle.current()
                    .children()
                    .map(ProcessHandle::pid)
                    .filter(child -> child != program && child != witness.pid() && Door.isBehindOne(child))
                    .forEach(child -> ChildStatus.forget(child.intValue()));
        }
    }

    /** Looks at how the program has fared. */
    private void look() throws IOException {
        if (exit == null || exit.isDone()) {
            return;
        }
        Optional<ChildStatus> status = ChildStatus.poll(program);
        if (status.isPresent() && !status.get().stopped()) {
            exit.complete(status.get().value());
        } else if (status.isPresent() && STOPS.contains(status.get().value())) {
            signals.act(status.get().value());
        }
    }
}
