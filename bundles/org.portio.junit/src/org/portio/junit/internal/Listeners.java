// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionKey;
import org.portio.core.ConnectionSource;
import org.portio.core.linux.LinuxConnectionSource;

/** Reads what listens in this process and in those that it has started: TCP listeners, and UDP sockets without a peer. */
final class Listeners {

    private final ConnectionSource source;

    Listeners() {
        this(new LinuxConnectionSource());
    }

    Listeners(ConnectionSource source) {
        this.source = source;
    }

    boolean areVisible() {
        return source.isAvailable();
    }

    /** Returns those of this moment, by what they are known by. */
    Map<ConnectionKey, Connection> read() throws ConnectionException {
        Map<ConnectionKey, Connection> found = new HashMap<>();
        Set<Long> family = family();
        for (Connection socket : source.read().connections()) {
            boolean own = socket.owners().stream().anyMatch(owner -> family.contains(owner.pid()));
            if (own && socket.isListening() && !isHold(socket)) {
                found.put(socket.key(), socket);
            }
        }
        return found;
    }

    /** Returns whether this keeps a UDP port for the test; holds of TCP do not listen. */
    private static boolean isHold(Connection socket) {
        return Doorway.ofThisProcess().isHeld(socket.protocol(), socket.local().port());
    }

    private static Set<Long> family() {
        Set<Long> pids =
                ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        pids.add(ProcessHandle.current().pid());
        return pids;
    }

    /**
     * Returns those that were not there before, as soon as there is none or the patience is over. The system needs a moment to
     * take what a process had that has ended.
     */
    Collection<Connection> since(Set<ConnectionKey> before, long patienceMillis) throws ConnectionException {
        long end = System.nanoTime() + patienceMillis * 1_000_000;
        long pause = 5;
        while (true) {
            Map<ConnectionKey, Connection> left = read();
            left.keySet().removeAll(before);
            if (left.isEmpty() || System.nanoTime() >= end) {
                return left.values();
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return left.values();
            }
            pause = Math.min(2 * pause, 100);
        }
    }
}
