// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * Puts a socket of another shape in place of those of a set whose addresses it shares, without freeing the port. For a moment they
 * let one another in by {@code SO_REUSEPORT}: that lets in nobody of another user, and nobody who binds with {@code SO_REUSEADDR}
 * alone.
 */
record Replacement(SocketSet set, LinuxSockets sockets, PortKey key, SocketShape kept) {

    /** Puts one of this shape there; gives 0, or the kernel's errno as a negative number if all is as it was before. */
    int by(SocketShape shape) {
        int result = tryBy(shape);
        if (result == -Syscalls.EADDRINUSE && isTcp()) {
            new Leftovers(key.port()).end();
            result = tryBy(shape);
        }
        return result;
    }

    private int tryBy(SocketShape shape) {
        Map<SocketShape, Integer> fresh = new LinkedHashMap<>();
        fresh.put(shape, set.open(shape));
        set.missingWithout(shape, kept).ifPresent(other -> fresh.put(other, set.open(other)));
        int failed = Collections.min(fresh.values());
        int result = failed < 0 ? failed : swap(shape, fresh);
        if (result < 0) {
            fresh.values().forEach(sockets::close);
        } else {
            set.forgetBeside(shape);
            fresh.forEach(set::put);
        }
        return result;
    }

    /**
     * The kernel remembers of a port that sockets with {@code SO_REUSEPORT} shared it, until one without it listens there: so a new
     * one does, as soon as those in its way are closed.
     */
    private int swap(SocketShape shape, Map<SocketShape, Integer> fresh) {
        List<Integer> old = set.idle();
        SwiftCalls calls = new SwiftCalls();
        fresh.values().forEach(socket -> calls.reusePort(socket, true));
        old.forEach(socket -> calls.reusePort(socket, true));
        fresh.forEach((one, socket) -> calls.bind(socket, one, key.port()));
        int end = calls.next();
        old.forEach(socket -> calls.reusePort(socket, false));
        fresh.values().forEach(socket -> calls.reusePort(socket, false));
        set.beside(shape).forEach(calls::close);
        if (isTcp()) {
            calls.listen(fresh.get(shape), 1).disconnect(fresh.get(shape));
        }
        int result = calls.runWhileTheySucceed().firstFailure(end);
        if (result < 0) {
            old.forEach(socket -> calls.reusePort(socket, false));
            calls.run();
        }
        return result;
    }

    private boolean isTcp() {
        return key.protocol() == Protocol.TCP;
    }
}
