// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Prepares what Java needs for virtual threads to wait for sockets: it is made when the first of them waits, and takes
 * some descriptors. If there are none left at that moment, no virtual thread of the process can ever wait for a socket
 * again. So it is made before there is a server, while it is known that there are enough.
 */
final class VirtualThreadSockets {

    private static boolean ready;

    private VirtualThreadSockets() {}

    static synchronized void prepare() throws IOException {
        if (!ready) {
            assureDescriptors(2 * Runtime.getRuntime().availableProcessors() + 16);
            Threads.join(Thread.ofVirtual().start(VirtualThreadSockets::waitOnce), Duration.ofSeconds(5));
            ready = true;
        }
    }

    private static void assureDescriptors(int count) throws IOException {
        List<DatagramChannel> spare = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                spare.add(DatagramChannel.open());
            }
        } finally {
            for (DatagramChannel channel : spare) {
                channel.close();
            }
        }
    }

    /** Waits for data that nobody sends. */
    private static void waitOnce() {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            socket.setSoTimeout(1);
            socket.receive(new DatagramPacket(new byte[1], 1));
        } catch (SocketTimeoutException _) {
            // It has waited, which is all that was wanted.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
