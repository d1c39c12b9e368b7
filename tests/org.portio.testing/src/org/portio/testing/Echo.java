// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends back what comes to its sockets. */
final class Echo implements AutoCloseable {

    private final Set<Closeable> sockets = ConcurrentHashMap.newKeySet();

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
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void start(Loop loop) {
        Thread.ofVirtual().start(() -> {
            try {
                loop.run();
            } catch (IOException _) {
                // The socket was closed, here or by the other side: nothing more is to be sent back.
            }
        });
    }
}
