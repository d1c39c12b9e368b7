// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.portio.core.kernel.Kernel;
import org.portio.core.kernel.Syscalls;

/**
 * The name by which a socket in the file system is bound or connected to. Systems take short ones only; on Linux a long one
 * is made short by an open descriptor of its folder, so that no other folder is needed, which others could make first.
 */
public final class SocketName implements AutoCloseable {

    /** The kernels take 108 bytes and 104, with the one that ends it. */
    private static final int LONGEST = 103;

    private final Path name;
    private final int folder;

    private SocketName(Path name, int folder) {
        this.name = name;
        this.folder = folder;
    }

    /** Returns whether this system can have a socket with this path. */
    static boolean isPossible(Path socket) {
        return isShort(socket) || Kernel.isCallable();
    }

    private static boolean isShort(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /** Creates one for this path, whose folder is there. */
    public static SocketName of(Path socket) throws IOException {
        if (isShort(socket)) {
            return new SocketName(socket, -1);
        }
        int folder = open(socket.getParent());
        return new SocketName(Path.of("/proc/self/fd", String.valueOf(folder)).resolve(socket.getFileName()), folder);
    }

    private static int open(Path folder) throws IOException {
        Syscalls kernel = new Syscalls();
        try (Arena arena = Arena.ofConfined()) {
            long descriptor = kernel.call(
                    Syscalls.OPENAT,
                    Syscalls.AT_FDCWD,
                    arena.allocateFrom(folder.toString()).address(),
                    Syscalls.O_DIRECTORY_CLOEXEC,
                    0);
            if (descriptor < 0) {
                throw new IOException(folder + " cannot be opened: errno " + kernel.errno());
            }
            return (int) descriptor;
        }
    }

    public UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(name);
    }

    @Override
    public void close() {
        if (folder >= 0) {
            new Syscalls().call(Syscalls.CLOSE, folder, 0, 0, 0);
        }
    }
}
