// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/** A TCP socket that is bound to a port of 127.0.0.1 and nothing else, as a reservation has it, and the handler that gives it. */
final class HeldSocket implements AutoCloseable {

    private static final int STREAM_CLOEXEC = 1 | Syscalls.O_CLOEXEC;

    private final Syscalls kernel = new Syscalls();
    private final int descriptor = (int) kernel.call(Syscalls.SOCKET, SocketName.AF_INET, STREAM_CLOEXEC, 0, 0);
    private final int port = bind();
    private final Told told = new Told(call -> isOurs(call) ? new Answer.Give(descriptor) : Answer.PROCEED);

    private int bind() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(SocketName.SPACE, 8);
            int length = SocketName.write(name, InetAddress.ofLiteral("127.0.0.1"), 0);
            if (kernel.call(Syscalls.BIND, descriptor, name.address(), length, 0) != 0) {
                throw new IllegalStateException("errno " + kernel.errno());
            }
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, SocketName.SPACE);
            kernel.call(Syscalls.GETSOCKNAME, descriptor, name.address(), size.address(), 0);
            return SocketName.read(name).getPort();
        }
    }

    private boolean isOurs(SocketCall call) {
        return call.kind() == CallKind.BIND && call.address().getPort() == port;
    }

    int port() {
        return port;
    }

    CallHandler handler() {
        return told;
    }

    Told told() {
        return told;
    }

    @Override
    public void close() {
        kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
    }
}
