// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.portio.core.Protocol;
import org.portio.core.TcpMetrics;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.core.linux.internal.netlink.Attributes;
import org.portio.core.linux.internal.netlink.TcpInfo;

/**
 * Reads the messages of sock_diag's groups for sockets that end: a {@code struct inet_diag_msg} with the protocol and
 * {@code struct tcp_info} behind it. Its state is always CLOSE, and it has neither owner, nor user, nor inode any more.
 */
final class SocketEndParser {

    /**
     * The times of a message.
     *
     * @param time when it was received
     * @param untold when there was nothing to receive, for the last time before
     */
    record Received(Instant time, Instant untold) {}

    private static final int HEADER = 16;
    private static final int SOCKET = 72;
    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final int AF_INET6 = 10;
    private static final int IPPROTO_TCP = 6;
    private static final int IPPROTO_UDP = 17;
    private static final int LOCAL_PORT = 4;
    private static final int REMOTE_PORT = 6;
    private static final int LOCAL_ADDRESS = 8;
    private static final int REMOTE_ADDRESS = 24;
    private static final int INTERFACE = 40;
    private static final int COOKIE = 44;

    private final IntFunction<String> interfaceNames;

    /** Returns one that asks for the names of network interfaces by their numbers so; a name is empty if it has gone. */
    SocketEndParser(IntFunction<String> interfaceNames) {
        this.interfaceNames = interfaceNames;
    }

    /** Hands on what the messages in so many bytes say; one that is cut off, or of another kind, is skipped. */
    void parse(ByteBuffer buffer, int length, Received received, Consumer<KernelEvent> sink) {
        int at = 0;
        while (at + HEADER <= length) {
            int size = buffer.getInt(at);
            if (size < HEADER || size > length - at) {
                return;
            }
            if (buffer.getShort(at + 4) == SOCK_DIAG_BY_FAMILY && size >= HEADER + SOCKET) {
                socket(buffer, at + HEADER, at + size, received, sink);
            }
            at += size + 3 & ~3;
        }
    }

    private void socket(ByteBuffer buffer, int at, int end, Received received, Consumer<KernelEvent> sink) {
        int attribute = Attributes.find(buffer, at + SOCKET, end, Attributes.PROTOCOL);
        int number = attribute < 0 ? 0 : buffer.get(attribute);
        if (number != IPPROTO_TCP && number != IPPROTO_UDP) {
            return;
        }
        boolean isIpv6 = buffer.get(at) == AF_INET6;
        NetInterface bound = netInterface(buffer.getInt(at + INTERFACE));
        Endpoint local =
                new Endpoint(address(buffer, at + LOCAL_ADDRESS, isIpv6, bound), port(buffer, at + LOCAL_PORT), bound);
        int info = number == IPPROTO_TCP ? Attributes.find(buffer, at + SOCKET, end, Attributes.INFO) : -1;
        TcpMetrics metrics = info < 0 ? null : TcpInfo.read(buffer, info, Attributes.length(buffer, info));
        Reach reach = metrics == null ? Reach.NONE : reach(metrics, TcpInfo.isOpened(buffer, info));
        Duration idle = reach == Reach.ESTABLISHED ? TcpInfo.idle(buffer, info) : null;
        sink.accept(new SocketEnded(
                received.time(),
                received.untold(),
                buffer.getLong(at + COOKIE),
                number == IPPROTO_TCP ? Protocol.TCP : Protocol.UDP,
                isIpv6 ? AddressFamily.IPV6 : AddressFamily.IPV4,
                local,
                remote(buffer, at, isIpv6, bound),
                reach,
                reach == Reach.NONE ? null : metrics,
                idle));
    }

    private static Reach reach(TcpMetrics metrics, boolean isOpened) {
        if (!isOpened) {
            return Reach.NONE;
        }
        // After a reset, the kernel has forgotten all but this.
        boolean answered = metrics.minimumRoundTrip() != null || metrics.bytesAcknowledged() > 0;
        return answered ? Reach.ESTABLISHED : Reach.ATTEMPTED;
    }

    /** The peer is at the other side of the interface; only a link-local address is a different one at each. */
    private static Endpoint remote(ByteBuffer buffer, int at, boolean isIpv6, NetInterface bound) {
        int port = port(buffer, at + REMOTE_PORT);
        if (port == 0) {
            return null;
        }
        InetAddress address = address(buffer, at + REMOTE_ADDRESS, isIpv6, bound);
        return new Endpoint(address, port, address.isLinkLocalAddress() && isIpv6 ? bound : NetInterface.NONE);
    }

    private NetInterface netInterface(int index) {
        if (index == 0) {
            return NetInterface.NONE;
        }
        return new NetInterface(index, interfaceNames.apply(index));
    }

    private static InetAddress address(ByteBuffer buffer, int at, boolean isIpv6, NetInterface bound) {
        byte[] bytes = new byte[isIpv6 ? 16 : 4];
        buffer.get(at, bytes);
        return Addresses.of(bytes, bound.index());
    }

    private static int port(ByteBuffer buffer, int at) {
        return Byte.toUnsignedInt(buffer.get(at)) << 8 | Byte.toUnsignedInt(buffer.get(at + 1));
    }
}
