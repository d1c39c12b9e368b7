// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.portio.core.kernel.Syscalls;

/**
 * Adds a socket to somebody else's set of epoll(7) under the number that it has there. The kernel takes the number from the table of the
 * thread that adds, so this is done by one with a table of its own, which ends with it.
 */
final class WatchThread {

    private static final int CLONE_FILES = 0x400;
    private static final int ADD = 1;
    private static final int DUPLICATE_CLOEXEC = 1030;
    private static final int DATA = Syscalls.X86 ? 4 : 8;

    private final Syscalls kernel = new Syscalls();
    private final int epoll;
    private final int socket;
    private final Watch watch;

    /**
     * Makes one.
     *
     * @param epoll the set, by a descriptor of this process
     * @param socket the socket, by a descriptor of this process
     */
    WatchThread(int epoll, int socket, Watch watch) {
        this.epoll = epoll;
        this.socket = socket;
        this.watch = watch;
    }

    /** Adds it; whoever had this number in this process keeps it. */
    void add() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment event = arena.allocate(16, 8);
            event.set(ValueLayout.JAVA_INT, 0, watch.events());
            event.set(ValueLayout.JAVA_LONG_UNALIGNED, DATA, watch.data());
            Thread thread = Thread.ofPlatform().daemon().name("portio-epoll").unstarted(() -> add(event.address()));
            thread.start();
            thread.join();
        }
    }

    /** Calls the kernel and nothing else: another file may be under the number of one that Java wants to read. */
    private void add(long event) {
        if (kernel.call(Syscalls.UNSHARE, CLONE_FILES, 0, 0, 0) != 0) {
            return;
        }
        long set = epoll == watch.descriptor() ? kernel.call(Syscalls.FCNTL, epoll, DUPLICATE_CLOEXEC, 0, 0) : epoll;
        if (socket != watch.descriptor()) {
            kernel.call(Syscalls.DUP3, socket, watch.descriptor(), Syscalls.O_CLOEXEC, 0);
        }
        kernel.call(Syscalls.EPOLL_CTL, set, ADD, watch.descriptor(), event);
    }
}
