// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.portio.server.ServerMode;
import org.portio.server.internal.udp.DatagramPort;

/** One thread that reads datagrams, and answers them if the mode does. */
final class UdpServer implements RunningServer {

    private static final int LARGEST_DATAGRAM = 65_535;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final DatagramPort port;
    private final ServerMode mode;
    private final Traffic traffic;
    private final Transcript transcript;
    private final UdpSenders senders;
    private final LoopGuard guard;
    private final Thread reader;
    private final CountDownLatch stopping = new CountDownLatch(1);

    UdpServer(DatagramPort port, ServerMode mode, Traffic traffic, Transcript transcript, String name) {
        this.port = port;
        this.mode = mode;
        this.traffic = traffic;
        this.transcript = transcript;
        senders = new UdpSenders(traffic, transcript);
        guard = new LoopGuard(port.local());
        reader = Thread.ofPlatform().daemon().name(name).unstarted(this::read);
    }

    /** A black hole has no reader: the system drops what does not fit into the socket's queue, as for a program that hangs. */
    @Override
    public void start() {
        if (mode != ServerMode.BLACKHOLE) {
            reader.start();
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);
        while (stopping.getCount() > 0) {
            try {
                buffer.clear();
                InetSocketAddress address = port.receive(buffer);
                take(address, buffer.flip());
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | RuntimeException e) {
                transcript.note("cannot receive: " + e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Nobody does; if somebody did, the next call on the socket would end the loop.
            Thread.currentThread().interrupt();
        }
    }

    private void take(InetSocketAddress address, ByteBuffer datagram) throws ClosedChannelException {
        UdpSenders.Sender sender = senders.of(address);
        traffic.received(datagram.remaining());
        sender.notes().received(datagram);
        if (mode == ServerMode.ECHO) {
            answer(address, sender, datagram);
        }
    }

    private void answer(InetSocketAddress address, UdpSenders.Sender sender, ByteBuffer datagram)
            throws ClosedChannelException {
        if (!guard.allows(address, sender, datagram)) {
            return;
        }
        try {
            traffic.sent(port.answer(datagram.duplicate()));
            sender.notes().sent(datagram);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // One sender that cannot be reached must not hold up the others.
            sender.notes().often("cannot send: " + e.getMessage());
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            port.close();
        } catch (IOException e) {
            transcript.note("cannot close: " + e.getMessage());
        }
        Threads.join(reader, STOP_PATIENCE);
    }
}
