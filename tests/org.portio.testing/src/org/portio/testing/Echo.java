// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends back what comes to its sockets. */
final class Echo implements AutoCloseable {

    /** The open connections: thousands may come and go. */
    private final Set<Closeable> sockets = ConcurrentHashMap.newKeySet();

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    void serve(ServerSocket server) {
        sockets.add(server);
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> echo(socket));
            }
        });
    }

    private void echo(Socket socket) throws IOException {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } finally {
            sockets.remove(socket);
        }
    }

    void serve(DatagramSocket socket) {
        sockets.add(socket);
        start(() -> {
            DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
            while (true) {
                socket.receive(packet);
                socket.send(packet);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (Closeable socket : sockets) {
            socket.close();
        }
        // A port is free only when its last thread has left it.
        for (Thread thread : started()) {
            join(thread);
        }
    }

    private List<Thread> started() {
        synchronized (threads) {
            return List.copyOf(threads);
        }
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Loop loop) {
        Thread thread = Thread.ofVirtual().unstarted(() -> {
            try {
                loop.run();
            } catch (IOException _) {
                // The socket was closed, here or by the other side: there is nothing more to send back.
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        // In one step: nobody can wait for one that is known but not started yet.
        synchronized (threads) {
            threads.add(thread);
            thread.start();
        }
    }
}
