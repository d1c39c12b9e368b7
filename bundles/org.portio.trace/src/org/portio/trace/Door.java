// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.portio.trace.internal.DoorThread;
import org.portio.trace.internal.Doorman;
import org.portio.trace.internal.Unasked;
import org.portio.trace.internal.call.FilteredThread;
import org.portio.trace.internal.process.Members;
import org.portio.trace.internal.process.ProcessEnds;

/**
 * A door that programs are started through: the calls of them and all their descendants wait here for an answer, for as long as they
 * live. If this process ends before them, each further such call fails with ENOSYS; so it should wait for them
 * ({@link #awaitEnd}).
 */
public final class Door implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Starts something. */
    @FunctionalInterface
    public interface Starter<T, E extends Exception> {
        T start() throws E;
    }

    private final DoorThread thread;
    private final Doorman doorman;
    private final Members members;

    private Door(DoorThread thread, Doorman doorman, Members members) {
        this.thread = thread;
        this.doorman = doorman;
        this.members = members;
    }

    /** Tells whether a door can be opened, by opening one that nobody goes through. */
    public static Availability availability() {
        try {
            open(Set.of(), new Unasked()).close();
            return new Availability(null);
        } catch (DoorException e) {
            return new Availability(e.obstacle());
        }
    }

    /**
     * Opens a door.
     *
     * @param asked the calls that wait for an answer; all others pass at once
     * @throws DoorException if the system does not let it be
     */
    public static Door open(Set<CallKind> asked, CallHandler handler) throws DoorException {
        DoorThread thread = new DoorThread();
        DoorThread.Beginning beginning = thread.begin(asked.isEmpty() ? Set.of() : EnumSet.copyOf(asked));
        FilteredThread.Result filter = beginning.filter();
        if (filter.obstacle() != null) {
            thread.end();
            throw new DoorException(filter.obstacle());
        }
        Doorman doorman = new Doorman(filter.descriptor(), beginning.members(), handler);
        Thread.ofPlatform().daemon().name("portio-doorman").start(doorman);
        return new Door(thread, doorman, beginning.members());
    }

    /**
     * Makes this process the parent of descendants that are left alone, so that {@link #processes} also has those that took leave of
     * their own, as daemons do. It is for a process that does nothing else, and that waits for them: each one that has ended stays
     * a zombie until then.
     */
    public static void adoptOrphans() {
        ProcessEnds.adoptOrphans();
    }

    /** Returns whether a descendant, which may have ended, came through a door, rather than being started beside it. */
    public static boolean isBehindOne(long pid) {
        return Members.hasMoreFilters(pid);
    }

    /**
     * Runs this on the door's thread: processes that it starts go through the door, and so do its own calls and threads that it starts.
     */
    public <T, E extends Exception> T start(Starter<T, E> starter) throws E {
        try {
            return thread.run(starter::start);
        } catch (ExecutionException e) {
            throw this.<E>thrown(e.getCause());
        }
    }

    @SuppressWarnings("unchecked") // a starter throws nothing else that is checked
    private <E extends Exception> E thrown(Throwable cause) {
        switch (cause) {
            case Error error -> throw error;
            case RuntimeException failure -> throw failure;
            default -> {
                return (E) cause;
            }
        }
    }

    /** Returns the processes that came through the door and live, without this one. */
    public List<TracedProcess> processes() {
        return members.living();
    }

    /** Waits until none of {@link #processes} lives. */
    public boolean awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<TracedProcess> living = processes();
        while (!living.isEmpty() && System.nanoTime() < end) {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            ProcessEnds.await(living.getFirst().pid(), left.compareTo(PAUSE) < 0 ? left : PAUSE);
            living = processes();
        }
        return living.isEmpty();
    }

    /** Starts nothing more, and asks the handler no more: all calls proceed. */
    @Override
    public void close() {
        doorman.retire();
        thread.end();
    }
}
