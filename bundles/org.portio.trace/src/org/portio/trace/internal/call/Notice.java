// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.portio.trace.CallKind;

/**
 * A call that waits, as the kernel tells it ({@code struct seccomp_notif}).
 *
 * @param thread the calling thread, by its pid
 * @param descriptor the caller's socket
 * @param second the address of a {@code sockaddr} in the caller's memory, or the length of the queue of listen(2)
 * @param third the length of that {@code sockaddr}
 */
public record Notice(long id, int thread, CallKind kind, int descriptor, long second, int third) {

    static final int SIZE = 80;
    private static final long THREAD = 8;
    private static final long NUMBER = 16;
    private static final long ARCHITECTURE = 20;
    private static final long ARGUMENTS = 32;
    private static final long UNSIGNED = 0xffff_ffffL;
    private static final int WORD = 4;

    /** Reads one; empty if it is none that is known, or the caller's memory cannot be read. */
    static Optional<Notice> read(MemorySegment source, CallerMemory memory) {
        Optional<Architecture> architecture = Architecture.of(source.get(ValueLayout.JAVA_INT, ARCHITECTURE));
        if (architecture.isEmpty()) {
            return Optional.empty();
        }
        int number =
                source.get(ValueLayout.JAVA_INT, NUMBER) & architecture.get().mask();
        if (architecture.get() == Architecture.I386 && number == Architecture.SOCKETCALL) {
            return socketcall(source, memory);
        }
        CallKind kind = architecture.get().calls().get(number);
        return kind == null
                ? Optional.empty()
                : Optional.of(new Notice(
                        id(source),
                        thread(source),
                        kind,
                        kind == CallKind.IO_URING ? -1 : (int) argument(source, 0),
                        argument(source, 1),
                        (int) argument(source, 2)));
    }

    private static Optional<Notice> socketcall(MemorySegment source, CallerMemory memory) {
        CallKind kind = Architecture.SOCKETCALLS.get((int) argument(source, 0));
        MemorySegment words = memory.read(thread(source), argument(source, 1) & UNSIGNED, 3 * WORD);
        if (kind == null || words.byteSize() < 3 * WORD) {
            return Optional.empty();
        }
        return Optional.of(new Notice(
                id(source),
                thread(source),
                kind,
                words.get(ValueLayout.JAVA_INT, 0),
                words.get(ValueLayout.JAVA_INT, WORD) & UNSIGNED,
                words.get(ValueLayout.JAVA_INT, 2 * WORD)));
    }

    static long id(MemorySegment source) {
        return source.get(ValueLayout.JAVA_LONG, 0);
    }

    private static int thread(MemorySegment source) {
        return source.get(ValueLayout.JAVA_INT, THREAD);
    }

    private static long argument(MemorySegment source, int index) {
        return source.get(ValueLayout.JAVA_LONG, ARGUMENTS + (long) Long.BYTES * index);
    }
}
