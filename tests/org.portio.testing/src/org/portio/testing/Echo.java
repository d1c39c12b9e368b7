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
import java.util.concurrent.CopyOnWriteArrayList;

/** Sends back what comes to its sockets. */
final class Echo implements AutoCloseable {

    private final List<Closeable> sockets = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    void serve(ServerSocket server) {
        sockets.add(server);
        start(() -> {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> socket.getInputStream().transferTo(socket.getOutputStream()));
            }
        });
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
        for (Thread thread : threads) {
            join(thread);
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
                // The socket was closed, here or by the other side: nothing more is to be sent back.
            }
        });
        threads.add(thread);
        thread.start();
    }
}
