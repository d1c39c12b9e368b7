// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import org.portio.core.kernel.Syscalls;

/**
 * The options by which a program lets its socket share a port with others.
 *
 * @param address whether it has {@code SO_REUSEADDR}
 * @param port whether it has {@code SO_REUSEPORT}
 */
public record Sharing(boolean address, boolean port) {

    private static final int SO_REUSEPORT = 15;

    /** Returns that of another process's descriptor; nothing if it cannot be looked at. */
    public static Sharing of(int process, int descriptor) {
        Syscalls kernel = new Syscalls();
        LinuxSockets sockets = new LinuxSockets();
        int handle = (int) kernel.call(Syscalls.PIDFD_OPEN, process, 0, 0, 0);
        int copy = handle < 0 ? -1 : (int) kernel.call(Syscalls.PIDFD_GETFD, handle, descriptor, 0, 0);
        try {
            return new Sharing(sockets.isSet(copy, Syscalls.SO_REUSEADDR), sockets.isSet(copy, SO_REUSEPORT));
        } finally {
            sockets.close(copy);
            sockets.close(handle);
        }
    }
}
