// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.util.HashMap;
import java.util.Map;
import org.portio.core.kernel.Syscalls;
import org.portio.trace.SocketCall;
import org.portio.trace.internal.call.Listener;
import org.portio.trace.internal.process.Caller;

/** Puts sockets of this process in place of callers' own. One object serves one thread. */
public final class Replacement {

    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;

    private final Listener listener;
    private final Syscalls kernel;
    private final SocketOptions options;
    /** Whether the program has set SO_REUSEADDR, by the cookie of the socket that it was given. */
    private final Map<Long, Boolean> reusing = new HashMap<>();

    public Replacement(Listener listener, Syscalls kernel) {
        this.listener = listener;
        this.kernel = kernel;
        options = new SocketOptions(kernel);
    }

    /** Puts one there under all numbers that the caller's has in its process; false if that is not possible. */
    public boolean put(int ours, SocketCall call, TakenSocket theirs, Caller caller) {
        Copies copies = Copies.of(caller.folder(), call.descriptor());
        if (theirs.isOpen()) {
            options.copy(theirs.descriptor(), ours);
            copyBlocking(theirs.descriptor(), ours);
            noteReuse(ours, options.reuses(theirs.descriptor()));
        }
        if (!put(ours, call, call.descriptor(), caller)) {
            return false;
        }
        copies.descriptors().forEach(number -> put(ours, call, number, caller));
        copies.watches().forEach(watch -> watch(watch, ours, caller));
        return true;
    }

    private boolean put(int ours, SocketCall call, int number, Caller caller) {
        return listener.put(call.id(), ours, number, Copies.closing(caller.folder(), number));
    }

    private void copyBlocking(int from, int to) {
        long theirs = kernel.call(Syscalls.FCNTL, from, F_GETFL, 0, 0) & Syscalls.O_NONBLOCK;
        long flags = kernel.call(Syscalls.FCNTL, to, F_GETFL, 0, 0);
        if ((flags & Syscalls.O_NONBLOCK) != theirs) {
            kernel.call(Syscalls.FCNTL, to, F_SETFL, flags & ~Syscalls.O_NONBLOCK | theirs, 0);
        }
    }

    private void noteReuse(int ours, boolean reuses) {
        TakenSocket given = new TakenSocket(kernel);
        given.set(ours);
        reusing.put(given.cookie(), reuses);
    }

    private void watch(Watch watch, int ours, Caller caller) {
        int epoll = caller.take(watch.epoll());
        if (epoll < 0) {
            return;
        }
        try {
            new WatchThread(epoll, ours, watch).add();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            kernel.call(Syscalls.CLOSE, epoll, 0, 0, 0);
        }
    }

    /** Lets a given socket have SO_REUSEADDR, if the program set it: once it listens, that opens the port to nobody. */
    public void listens(TakenSocket socket) {
        if (!reusing.isEmpty() && reusing.getOrDefault(socket.cookie(), false)) {
            options.reuse(socket.descriptor());
        }
    }
}
