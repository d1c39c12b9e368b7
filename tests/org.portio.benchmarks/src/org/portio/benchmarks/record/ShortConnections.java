// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.record;

import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A process that opens connections to itself, each of which lives for a moment, and writes how many it opened. */
public final class ShortConnections {

    private static final long SECOND = 1_000_000_000;
    private static final long LIFE = 200_000;

    private ShortConnections() {}

    /** Opens so many a second, for so many seconds. */
    public static void main(String... args) throws IOException {
        long rate = Long.parseLong(args[0]);
        long count = rate * Long.parseLong(args[1]);
        try (ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
                PrintWriter out = new PrintWriter(new FileWriter(FileDescriptor.out), true)) {
            out.println(server.getLocalPort());
            Thread.ofPlatform().daemon().start(() -> accept(server));
            long start = System.nanoTime();
            for (long i = 0; i < count; i++) {
                LockSupport.parkNanos(start + i * SECOND / rate - System.nanoTime());
                connect(server.getLocalPort());
            }
            out.println(count + " " + (System.nanoTime() - start) / (SECOND / 1000));
            // Until whoever started this has seen what is open.
            while (System.in.read() >= 0) {
                // Nothing is said.
            }
        }
    }

    private static void connect(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            // Without TIME-WAIT, of which there would be too many for the ports that there are.
            socket.setSoLinger(true, 0);
            long end = System.nanoTime() + LIFE;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    private static void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                server.accept().close();
            } catch (IOException _) {
                // The client was faster.
            }
        }
    }
}
