// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.linux.internal.event.SocketEndParser.Received;
import org.portio.core.linux.internal.netlink.NetlinkSocket;

/** Hears that sockets end, from sock_diag's groups for it; the kernel tells everybody. */
final class SocketEndFeed implements EventFeed {

    private static final int LARGEST_MESSAGE = 1 << 13;
    /** Some ten thousand ends; an ordinary user gets no more than {@code net.core.rmem_max}. */
    private static final int QUEUE = 1 << 24;

    private final NetlinkSocket socket;
    private final SocketEndParser parser;
    /** When there was nothing to receive, for the last time. */
    private Instant empty = now();

    /** Listens from now on, in the network namespace of the thread that calls this. */
    SocketEndFeed() throws IOException {
        socket = NetlinkSocket.ofSocketGroups(LARGEST_MESSAGE, QUEUE, NetlinkSocket.endGroups());
        parser = new SocketEndParser(socket::interfaceName);
    }

    @Override
    public EventKind kind() {
        return EventKind.SOCKET_END;
    }

    @Override
    public int descriptor() {
        return socket.descriptor();
    }

    @Override
    public void drain(Consumer<KernelEvent> sink) throws IOException {
        Instant asked = now();
        int length = socket.receiveNow();
        while (length != NetlinkSocket.NOTHING) {
            Instant received = now();
            if (length == NetlinkSocket.LOST) {
                sink.accept(new EventsLost(received, kind()));
            } else {
                parser.parse(socket.buffer(), length, new Received(received, empty), sink);
            }
            asked = received;
            length = socket.receiveNow();
        }
        empty = asked;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        socket.close();
    }
}
