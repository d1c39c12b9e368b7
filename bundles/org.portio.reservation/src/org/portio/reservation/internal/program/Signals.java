// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.portio.core.kernel.Syscalls;

/**
 * Linux's signals by number. A set of them is a long, as the kernel has it: signal 1 is the lowest bit. One thread uses an
 * object.
 */
final class Signals {

    static final int TERM = 15;
    static final int CHLD = 17;
    static final int CONT = 18;
    static final int TSTP = 20;
    static final int TTIN = 21;
    static final int TTOU = 22;

    /**
     * The one by which Java stops its threads, so that all others can be the program's: a number that Linux has never used
     * (SIGSTKFLT).
     */
    static final int OF_JAVA = 16;

    /** HUP, INT, QUIT, USR1, USR2, ALRM, TERM, CHLD, CONT, TSTP, TTIN, TTOU, URG, WINCH, IO, PWR. */
    private static final IntStream NAMED = IntStream.of(1, 2, 3, 10, 12, 14, 15, 17, 18, 20, 21, 22, 23, 28, 29, 30);
    /** Real-time signals without names; the two before them are the C library's, and 62 is how Java wakes a thread that reads. */
    private static final IntStream REAL_TIME = IntStream.rangeClosed(34, 64).filter(signal -> signal != 62);

    /** All that can be sent to a program, but for faults, and KILL and STOP, which nobody can catch. */
    static final long ALL =
            IntStream.concat(NAMED, REAL_TIME).mapToLong(Signals::bit).reduce(0, (a, b) -> a | b);

    private static final int BLOCK = 0;
    private static final int UNBLOCK = 1;
    private static final int SET_SIZE = 8;
    /** Size of the kernel's {@code struct sigaction}. */
    private static final int ACTION_SIZE = 32;

    private final Syscalls kernel = new Syscalls();
    private final MemorySegment set = Arena.ofAuto().allocate(SET_SIZE, 8);
    private final long process = ProcessHandle.current().pid();

    static long bit(int signal) {
        return 1L << signal - 1;
    }

    /** Blocks the signals, from now on, until this thread asks for them or unblocks them. */
    void block(long signals) throws IOException {
        mask(BLOCK, signals);
    }

    void unblock(long signals) throws IOException {
        mask(UNBLOCK, signals);
    }

    private void mask(int how, long signals) throws IOException {
        set.set(ValueLayout.JAVA_LONG, 0, signals);
        check(kernel.call(Syscalls.RT_SIGPROCMASK, how, set.address(), 0, SET_SIZE), "signals cannot be blocked");
    }

    /**
     * Makes the kernel tell of children that stop, too. Java has it leave that out (SA_NOCLDSTOP) from when it first has to do with
     * processes or the environment, which is only once; so this comes afterwards.
     */
    void hearOfStops() throws IOException {
        System.getenv();
        try (Arena arena = Arena.ofConfined()) {
            // The default action, no flags, nothing blocked.
            MemorySegment action = arena.allocate(ACTION_SIZE, 8);
            check(kernel.call(Syscalls.RT_SIGACTION, CHLD, action.address(), 0, SET_SIZE), "stops cannot be heard of");
        }
    }

    /** Returns the next of {@link #ALL}, all of which are blocked. */
    int await() throws IOException {
        long signal;
        do {
            set.set(ValueLayout.JAVA_LONG, 0, ALL);
            signal = kernel.call(Syscalls.RT_SIGTIMEDWAIT, set.address(), 0, 0, SET_SIZE);
        } while (signal < 0 && kernel.errno() == Syscalls.EINTR);
        return (int) check(signal, "signals cannot be waited for");
    }

    /** Forgets those that have come and wait. */
    void forget(long signals) {
        MemorySegment noTime = Arena.ofAuto().allocate(16, 8);
        set.set(ValueLayout.JAVA_LONG, 0, signals);
        while (kernel.call(Syscalls.RT_SIGTIMEDWAIT, set.address(), 0, noTime.address(), SET_SIZE) > 0) {
            // The next.
        }
    }

    /** Sends one; a process that has ended gets none. */
    void send(long pid, int signal) {
        kernel.call(Syscalls.KILL, pid, signal, 0, 0);
    }

    /** Applies the signal's default action to this process: ends, stops or spares it. */
    void act(int signal) throws IOException {
        kernel.call(Syscalls.TGKILL, process, kernel.call(Syscalls.GETTID, 0, 0, 0, 0), signal, 0);
        unblock(bit(signal));
        block(bit(signal));
    }

    private long check(long result, String what) throws IOException {
        if (result < 0) {
            throw new IOException(what + ": errno " + kernel.errno());
        }
        return result;
    }

    /** Returns those that a process has blocked ({@code SigBlk}), or that were sent to it and wait ({@code ShdPnd}). */
    static long of(long pid, String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .flatMapToLong(line -> LongStream.of(Long.parseUnsignedLong(
                        line.substring(field.length() + 1).strip(), 16)))
                .findFirst()
                .orElseThrow(() -> new IOException("/proc has no entry for " + field));
    }
}
