// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The numbers by which Linux shows which sockets are the same, whoever has them. */
public final class Inode {

    private static final String SOCKET = "socket:[";

    private Inode() {}

    /** Returns that of a descriptor of this process; empty if it is no socket. */
    public static OptionalLong of(int descriptor) {
        return of(Path.of("/proc/self/fd", String.valueOf(descriptor)));
    }

    /** Returns that of an entry of a process's folder {@code fd}; empty if it is gone or no socket. */
    public static OptionalLong of(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith(SOCKET)
                    ? OptionalLong.of(Long.parseLong(target, SOCKET.length(), target.length() - 1, 10))
                    : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
