// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.SocketShape;

/**
 * Calls of the kernel that follow one another at once: between some of them a port is open to others, for less time than
 * these need for calls of their own. Java is slow at what it does for the first time, so it is to be
 * {@linkplain #warmUp practised}. One thread at a time uses an object.
 */
public final class SwiftCalls {

    private static final int WORDS = 6;
    private static final int MOST = 256;
    private static final int SO_REUSEPORT = 15;
    private static final int NAMES = 8;
    private static final int NAME_SPACE = 32;
    /** More than Java wants before it compiles something. */
    private static final int PRACTICE = 6000;

    private static final int NO_DESCRIPTOR = -1;

    private static boolean isWarm;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment on = arena.allocateFrom(ValueLayout.JAVA_INT, 1);
    private final MemorySegment off = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
    /** An address of no family: whoever connects to it is connected no more. */
    private final MemorySegment nowhere = arena.allocate(NAME_SPACE, 8);

    private final MemorySegment names = arena.allocate(NAMES * NAME_SPACE, 8);
    private final long[] words = new long[WORDS * MOST];
    private final int[] results = new int[MOST];
    private int count;
    private int named;

    SwiftCalls reuseAddress(int socket, boolean allow) {
        return set(socket, Syscalls.SO_REUSEADDR, allow);
    }

    SwiftCalls reusePort(int socket, boolean allow) {
        return set(socket, SO_REUSEPORT, allow);
    }

    private SwiftCalls set(int socket, int option, boolean allow) {
        MemorySegment value = allow ? on : off;
        return add(Syscalls.SETSOCKOPT, socket, Syscalls.SOL_SOCKET, option, value.address(), Integer.BYTES);
    }

    SwiftCalls bind(int socket, SocketShape shape, int port) {
        MemorySegment name = names.asSlice((long) NAME_SPACE * (named++ % NAMES), NAME_SPACE);
        return add(Syscalls.BIND, socket, name.address(), Extent.write(shape, port, name), 0, 0);
    }

    SwiftCalls listen(int socket, int backlog) {
        return add(Syscalls.LISTEN, socket, backlog, 0, 0, 0);
    }

    /** Makes a socket that listens, or is connected, again one that is only bound. */
    SwiftCalls disconnect(int socket) {
        return add(Syscalls.CONNECT, socket, nowhere.address(), 16, 0, 0);
    }

    SwiftCalls close(int socket) {
        return add(Syscalls.CLOSE, socket, 0, 0, 0, 0);
    }

    private SwiftCalls add(int number, long a, long b, long c, long d, long e) {
        if (count == MOST) {
            throw new IllegalStateException("too many calls");
        }
        int at = WORDS * count++;
        words[at] = number;
        words[at + 1] = a;
        words[at + 2] = b;
        words[at + 3] = c;
        words[at + 4] = d;
        words[at + 5] = e;
        return this;
    }

    /** Returns the index that the next call will have. */
    int next() {
        return count;
    }

    /** Makes all of them, whether one fails or not, and forgets them. */
    SwiftCalls run() {
        return run(false);
    }

    /** Makes them up to the first that fails. */
    SwiftCalls runWhileTheySucceed() {
        return run(true);
    }

    private SwiftCalls run(boolean stop) {
        boolean going = true;
        Arrays.fill(results, 0);
        for (int i = 0; i < count && going; i++) {
            int at = WORDS * i;
            long result = kernel.call(
                    (int) words[at], words[at + 1], words[at + 2], words[at + 3], words[at + 4], words[at + 5]);
            results[i] = result < 0 ? -kernel.errno() : (int) result;
            going = result >= 0 || !stop;
        }
        count = 0;
        return this;
    }

    /** Returns what the call of this index gave: its result, or its errno as a negative number. */
    int result(int index) {
        return results[index];
    }

    /** Returns what the first call gave that failed, of those before this index; 0 if none did. */
    int firstFailure(int end) {
        return Arrays.stream(results, 0, end)
                .filter(result -> result < 0)
                .findFirst()
                .orElse(0);
    }

    /** Makes Java compile what is done here, which takes it some milliseconds; once. */
    public static synchronized void warmUp() {
        if (isWarm) {
            return;
        }
        isWarm = true;
        SwiftCalls calls = new SwiftCalls();
        for (int i = 0; i < PRACTICE; i++) {
            calls.listen(NO_DESCRIPTOR, 0).reuseAddress(NO_DESCRIPTOR, false).run();
        }
    }
}
