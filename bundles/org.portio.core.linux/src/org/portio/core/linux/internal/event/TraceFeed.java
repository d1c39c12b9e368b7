// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.portio.core.event.EventKind;
import org.portio.core.event.KernelEvent;
import org.portio.core.kernel.Syscalls;

/** Reads each change of a TCP socket's state from the kernel's tracing; for root. */
final class TraceFeed implements EventFeed {

    private static final int PIECE = 1 << 16;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment memory = arena.allocate(PIECE, 8);
    private final TraceInstance instance;
    private final long pipe;
    private String rest = "";

    /**
     * Traces from now on.
     *
     * @throws IOException if tracefs is not mounted there, or the kernel refuses
     */
    TraceFeed(Path tracefs, long pid, LongPredicate isAlive) throws IOException {
        instance = new TraceInstance(tracefs, pid, isAlive);
        try (Arena names = Arena.ofConfined()) {
            MemorySegment path = names.allocateFrom(instance.pipe().toString());
            pipe = kernel.call(
                    Syscalls.OPENAT, Syscalls.AT_FDCWD, path.address(), Syscalls.O_CLOEXEC | Syscalls.O_NONBLOCK, 0);
        }
        if (pipe < 0) {
            instance.close();
            throw new IOException("trace_pipe cannot be opened: errno " + kernel.errno());
        }
    }

    @Override
    public EventKind kind() {
        return EventKind.SOCKET_STATE;
    }

    /** Returns none: the kernel would wake whoever waits only when its buffer is half full. */
    @Override
    public int descriptor() {
        return -1;
    }

    @Override
    public void drain(Consumer<KernelEvent> sink) throws IOException {
        TraceLines lines = TraceLines.readNow();
        long length = read();
        while (length > 0) {
            String text = rest
                    + new String(memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            rest = text.substring(end);
            text.substring(0, end).lines().forEach(line -> lines.parse(line, sink));
            length = read();
        }
    }

    private long read() throws IOException {
        long length = kernel.call(Syscalls.READ, pipe, memory.address(), PIECE, 0);
        if (length < 0 && kernel.errno() != Syscalls.EAGAIN && kernel.errno() != Syscalls.EINTR) {
            throw new IOException("the kernel traces no more: errno " + kernel.errno());
        }
        return length;
    }

    @Override
    public void close() {
        kernel.call(Syscalls.CLOSE, pipe, 0, 0, 0);
        instance.close();
    }
}
