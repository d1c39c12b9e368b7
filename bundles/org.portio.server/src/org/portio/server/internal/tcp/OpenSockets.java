// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal.tcp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.portio.core.kernel.SocketName;
import org.portio.core.kernel.Syscalls;

/** The descriptors of this process that are sockets. Linux only. */
final class OpenSockets {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int SO_ACCEPTCONN = 30;

    private final Syscalls kernel = new Syscalls();
    private final MemorySegment name;
    private final MemorySegment length;

    private OpenSockets(Arena arena) {
        name = arena.allocate(SocketName.SPACE, 8);
        length = arena.allocate(ValueLayout.JAVA_INT);
    }

    /** Finds the one that listens at exactly this address of IPv4, of which there can be one only. */
    static OptionalInt of(InetSocketAddress local) throws IOException {
        try (Arena arena = Arena.ofConfined();
                DirectoryStream<Path> all = Files.newDirectoryStream(DESCRIPTORS)) {
            OpenSockets sockets = new OpenSockets(arena);
            for (Path one : all) {
                int descriptor = Integer.parseInt(one.getFileName().toString());
                if (sockets.listensAt(descriptor, local)) {
                    return OptionalInt.of(descriptor);
                }
            }
            return OptionalInt.empty();
        }
    }

    private boolean listensAt(int descriptor, InetSocketAddress local) {
        length.set(ValueLayout.JAVA_INT, 0, SocketName.SPACE);
        return kernel.call(Syscalls.GETSOCKNAME, descriptor, name.address(), length.address(), 0) == 0
                && name.get(ValueLayout.JAVA_SHORT, 0) == SocketName.AF_INET
                && SocketName.read(name).equals(local)
                && isListener(descriptor);
    }

    /** Connections that such a socket has accepted have its address, too. */
    private boolean isListener(int descriptor) {
        length.set(ValueLayout.JAVA_INT, 0, Integer.BYTES);
        long result = kernel.call(
                Syscalls.GETSOCKOPT, descriptor, Syscalls.SOL_SOCKET, SO_ACCEPTCONN, name.address(), length.address());
        return result == 0 && name.get(ValueLayout.JAVA_INT, 0) != 0;
    }
}
