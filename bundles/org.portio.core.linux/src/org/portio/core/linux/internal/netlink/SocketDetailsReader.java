// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpState;
import org.portio.core.kernel.Syscalls;
import org.portio.core.linux.internal.netlink.NetlinkDump.RefusedException;

/** Asks for the timer and TCP's measurements of single sockets, beside the dumps of all. From any thread. */
public final class SocketDetailsReader implements AutoCloseable {

    private static final int MESSAGE = 72;
    private static final int TIMER = 2;
    private static final int RETRANSMISSIONS = 3;
    private static final int COOKIE = 44;
    private static final int EXPIRES = 52;
    private static final int CAPACITY = 1 << 15;

    /** The kinds of timer by the numbers of {@code idiag_timer}. */
    private static final SocketTimer.Kind[] TIMERS = {
        null,
        SocketTimer.Kind.RETRANSMIT,
        SocketTimer.Kind.KEEPALIVE,
        SocketTimer.Kind.TIME_WAIT,
        SocketTimer.Kind.PERSIST
    };

    private static final SocketDetails NOTHING = new SocketDetails(null, null);

    private final NetlinkDump netlink;
    private SocketDetails found;

    /** Asks in the network namespace of the thread that calls this. */
    public SocketDetailsReader() throws IOException {
        this(new NetlinkSocket(CAPACITY));
    }

    SocketDetailsReader(NetlinkTransport transport) {
        netlink = new NetlinkDump(transport);
    }

    /** Returns an empty result if the socket has gone. Of UDP the kernel knows nothing but what the row shows: it is not asked. */
    public synchronized Optional<SocketDetails> read(Connection connection) throws IOException {
        if (connection.protocol() == Protocol.UDP) {
            return Optional.of(NOTHING);
        }
        found = null;
        SocketId id = new SocketId(connection);
        NetlinkDump.Sink sink = (message, offset, end) -> take(connection, message, offset, end);
        if (!isFound(id, sink)) {
            netlink.withPorts(id, sink);
        }
        return Optional.ofNullable(found);
    }

    /**
     * A lookup by addresses misses a socket that is bound without listening or bound to a network interface, and of
     * several that listen on one port it finds one.
     */
    private boolean isFound(SocketId id, NetlinkDump.Sink sink) throws IOException {
        try {
            netlink.one(id, sink);
            return found != null;
        } catch (RefusedException e) {
            if (e.errno() != Syscalls.ENOENT && e.errno() != Syscalls.ESTALE) {
                throw e;
            }
            return false;
        }
    }

    private void take(Connection connection, ByteBuffer message, int offset, int end) {
        if (message.getLong(offset + COOKIE) != connection.platformKey()) {
            return;
        }
        int info = Attributes.find(message, offset + MESSAGE, end, Attributes.INFO);
        boolean measured = connection.remote() != null && connection.state() != TcpState.LISTEN;
        found = new SocketDetails(
                timer(message, offset),
                measured && info >= 0 ? TcpInfo.read(message, info, Attributes.length(message, info)) : null);
    }

    private static SocketTimer timer(ByteBuffer message, int offset) {
        int kind = message.get(offset + TIMER);
        if (kind <= 0 || kind >= TIMERS.length) {
            return null;
        }
        return new SocketTimer(
                TIMERS[kind],
                Duration.ofMillis(Integer.toUnsignedLong(message.getInt(offset + EXPIRES))),
                Byte.toUnsignedInt(message.get(offset + RETRANSMISSIONS)));
    }

    @Override
    public void close() {
        netlink.close();
    }
}
