// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.core.kernel.Descriptors;

/** The clients that one server has at this moment, each with the thread that talks with it. */
final class OpenClients {

    static final String NO_DESCRIPTORS = "cannot accept: the limit of open files is nearly reached (ulimit -n)";

    /** Left for all else that this process does: the keeper must be able to hold ports and to be asked. */
    private static final int SPARE_DESCRIPTORS = 16;

    private final Map<TcpClient, Thread> clients = new ConcurrentHashMap<>();
    private final Places.Share places;
    private final Traffic traffic;

    OpenClients(Places.Share places, Traffic traffic) {
        this.places = places;
        this.traffic = traffic;
        // What the question needs of Java and the system is loaded now: without descriptors, it could not be any more.
        areDescriptorsScarce();
    }

    /** Tells whether there is a place for one more. */
    boolean hasRoom() {
        return places.hasRoom();
    }

    /** Tells whether clients have to wait until descriptors are free. */
    static boolean areDescriptorsScarce() {
        return Descriptors.areScarce(SPARE_DESCRIPTORS);
    }

    /** Takes a place for a client; returns false if there is none. */
    boolean add(TcpClient client, Thread thread) {
        if (!places.tryTake()) {
            return false;
        }
        traffic.opened();
        clients.put(client, thread);
        return true;
    }

    /** Closes a client's connection and frees its place, unless that is done already. */
    void end(TcpClient client, String how) {
        if (clients.remove(client) == null) {
            return;
        }
        places.giveBack();
        traffic.closed();
        client.noteEnd(how);
        close(client);
    }

    private static void close(TcpClient client) {
        try {
            client.close();
        } catch (IOException e) {
            client.notes().note("cannot close: " + e.getMessage());
        }
    }

    List<TcpClient> all() {
        return List.copyOf(clients.keySet());
    }

    /** Closes the connections of those who keep the server waiting for too long; their threads then end them. */
    void closeLate(long now) {
        clients.keySet().stream().filter(client -> client.isLate(now)).forEach(OpenClients::close);
    }

    /** Closes all, and waits until their threads have ended them. */
    void closeAll(Duration patience) {
        Map<TcpClient, Thread> open = Map.copyOf(clients);
        open.keySet().forEach(OpenClients::close);
        long deadline = System.nanoTime() + patience.toNanos();
        for (Thread thread : open.values()) {
            Threads.join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }
}
