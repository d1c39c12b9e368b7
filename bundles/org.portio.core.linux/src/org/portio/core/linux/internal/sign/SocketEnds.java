// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.portio.core.kernel.Syscalls;

/** Hears that sockets end: the kernel tells everybody who joins the groups of sock_diag for it, whatever their rights. */
final class SocketEnds implements AutoCloseable {

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC_NONBLOCK = 3 | 0x80000 | 0x800;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int SOCKADDR_NL = 12;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int ENOBUFS = 105;
    /** TCP and UDP, each over IPv4 and IPv6. */
    private static final int GROUPS = 4;

    private static final int MESSAGE = 1024;
    /** Keeps a flood of them from holding up whoever asks. */
    private static final int MOST_AT_ONCE = 64;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment memory = arena.allocate(MESSAGE, 8);
    private final long socket;

    /** Listens from now on, in the network namespace of the thread that calls this. */
    SocketEnds() throws IOException {
        socket = kernel.call(Syscalls.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC_NONBLOCK, NETLINK_SOCK_DIAG, 0);
        checked(socket);
        try {
            join();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void join() throws IOException {
        // That something ended is all that is asked, so a few messages must do; the kernel tells of those it dropped.
        option(SOL_SOCKET, SO_RCVBUF, MESSAGE);
        memory.asSlice(0, SOCKADDR_NL).fill((byte) 0);
        memory.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
        checked(kernel.call(Syscalls.BIND, socket, memory.address(), SOCKADDR_NL, 0));
        for (int group = 1; group <= GROUPS; group++) {
            option(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
        }
    }

    private void option(int level, int name, int value) throws IOException {
        memory.set(ValueLayout.JAVA_INT, 0, value);
        checked(kernel.call(Syscalls.SETSOCKOPT, socket, level, name, memory.address(), Integer.BYTES));
    }

    private void checked(long result) throws IOException {
        if (result < 0) {
            throw new IOException("the kernel does not tell of sockets that end: errno " + kernel.errno());
        }
    }

    /** Returns whether some have ended since the last call. */
    boolean heard() {
        int count = 0;
        while (count < MOST_AT_ONCE && receive()) {
            count++;
        }
        return count > 0;
    }

    private boolean receive() {
        return kernel.call(Syscalls.RECVFROM, socket, memory.address(), MESSAGE, 0) > 0 || kernel.errno() == ENOBUFS;
    }

    @Override
    public void close() {
        kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
    }
}
