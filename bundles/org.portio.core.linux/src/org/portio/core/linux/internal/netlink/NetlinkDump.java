// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.portio.core.address.NetInterface;

/** Asks netlink's sock_diag for all sockets of a kind, and hands on each message as the kernel wrote it. */
public final class NetlinkDump implements AutoCloseable {

    /** Takes a {@code struct inet_diag_msg} that begins at this offset; its attributes end at the other. */
    @FunctionalInterface
    public interface Sink {
        void accept(ByteBuffer buffer, int offset, int end);
    }

    /** The kernel says that the tables changed under the dump: what came is no snapshot. */
    static final class InterruptedDumpException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The kernel does not do what it was asked for. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final int errno;

        RefusedException(int errno) {
            super("netlink refused the request: errno " + errno);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }

    private static final int HEADER = 16;
    /** {@code struct inet_diag_msg}. */
    private static final int SOCKET = 72;

    private static final int NLMSG_ERROR = 2;
    private static final int NLMSG_DONE = 3;
    private static final int NLM_F_DUMP_INTR = 0x10;
    private static final short REQUEST = 1;
    private static final short REQUEST_ACK = 5;
    private static final short REQUEST_DUMP = 0x301;
    /** Dumps TCP of both address families in one walk, which the newer request cannot. */
    private static final short TCPDIAG_GETSOCK = 18;

    private static final short SOCK_DIAG_BY_FAMILY = 20;
    private static final short SOCK_DESTROY = 21;
    private static final short RTM_GETLINK = 18;
    private static final int IPPROTO_UDP = 17;
    private static final int ALL_STATES = -1;
    private static final int LISTENERS = 1 << 10;
    /** All but listeners, sockets that are only bound, and those that the kernel alone remembers: TCP measures nothing there. */
    private static final int MEASURED = ~(LISTENERS | 1 << 7 | 1 << 6 | 1 << 12 | 1 << 13);

    private static final int CAPACITY = 1 << 18;

    private final NetlinkTransport transport;
    private final ByteBuffer buffer;
    private int sequence;

    /** Dumps the network namespace of the thread that calls this. */
    public NetlinkDump() throws IOException {
        this(new NetlinkSocket(CAPACITY));
    }

    public NetlinkDump(NetlinkTransport transport) {
        this.transport = transport;
        buffer = transport.buffer();
    }

    /** TCP sockets of both families in every state, those bound but not listening included. */
    void tcp(Sink sink) throws IOException {
        tcp(ALL_STATES, sink);
    }

    /** TCP listeners alone: the kernel keeps them apart, so that this costs next to nothing. */
    public void tcpListeners(Sink sink) throws IOException {
        tcp(LISTENERS, sink);
    }

    /** TCP sockets that have another end, each with what TCP has measured, which costs half as much again. */
    void tcpMeasured(Sink sink) throws IOException {
        header(TCPDIAG_GETSOCK, 60);
        buffer.put(HEADER + 3, (byte) (1 << Attributes.INFO - 1)).putInt(HEADER + 52, MEASURED);
        dump(sink);
    }

    private void tcp(int states, Sink sink) throws IOException {
        header(TCPDIAG_GETSOCK, 60);
        buffer.putInt(HEADER + 52, states);
        dump(sink);
    }

    /** UDP sockets of one family (AF_INET or AF_INET6). */
    void udp(int family, Sink sink) throws IOException {
        header(SOCK_DIAG_BY_FAMILY, 56);
        buffer.put(HEADER, (byte) family).put(HEADER + 1, (byte) IPPROTO_UDP).putInt(HEADER + 4, ALL_STATES);
        dump(sink);
    }

    /** Network interfaces, each as a {@code struct ifinfomsg}; of a socket to the kernel's routes. */
    public void links(Sink sink) throws IOException {
        header(RTM_GETLINK, 16);
        dump(sink);
    }

    /** One TCP socket, found by its addresses as a packet would find it; the kernel refuses if it does not find it. */
    void one(SocketId id, Sink sink) throws IOException {
        header(SOCK_DIAG_BY_FAMILY, SocketId.REQUEST_SIZE);
        buffer.putShort(6, REQUEST);
        id.write(buffer, HEADER);
        transport.send(buffer.getInt(0));
        while (!takeAnswer(transport.receive(), sink)) {
            // That was left over from an earlier question.
        }
    }

    private boolean takeAnswer(int end, Sink sink) throws IOException {
        boolean answered = end >= HEADER && buffer.getInt(8) == sequence;
        if (answered && !isLast(0, end)) {
            sink.accept(buffer, HEADER, socketEnd(0, end));
        }
        return answered;
    }

    /** Closes one TCP socket (SOCK_DESTROY); the kernel refuses if it does not find it, or may not. */
    void destroy(SocketId id) throws IOException {
        header(SOCK_DESTROY, SocketId.REQUEST_SIZE);
        buffer.putShort(6, REQUEST_ACK);
        id.write(buffer, HEADER);
        transport.send(buffer.getInt(0));
        while (!isAcknowledged(transport.receive())) {
            // That was left over from an earlier question.
        }
    }

    private boolean isAcknowledged(int end) throws IOException {
        boolean answered = end >= HEADER + Integer.BYTES && buffer.getInt(8) == sequence;
        int error = answered && buffer.getShort(4) == NLMSG_ERROR ? -buffer.getInt(HEADER) : 0;
        if (error != 0) {
            throw new RefusedException(error);
        }
        return answered;
    }

    /** All TCP sockets of the family that have the ports of this one. */
    void withPorts(SocketId id, Sink sink) throws IOException {
        header(SOCK_DIAG_BY_FAMILY, SocketId.REQUEST_SIZE);
        id.write(buffer, HEADER);
        dump(sink);
    }

    /** Returns the interface of this number in the namespace that is dumped; by its number if it has gone. */
    NetInterface netInterface(int index) {
        return new NetInterface(index, transport.interfaceName(index));
    }

    private void header(short type, int payload) {
        for (int i = 0; i < HEADER + payload; i++) {
            buffer.put(i, (byte) 0);
        }
        buffer.putInt(0, HEADER + payload)
                .putShort(4, type)
                .putShort(6, REQUEST_DUMP)
                .putInt(8, ++sequence);
    }

    private void dump(Sink sink) throws IOException {
        transport.send(buffer.getInt(0));
        boolean interrupted = false;
        boolean done = false;
        while (!done) {
            int end = transport.receive();
            for (int at = 0; at + HEADER <= end; at += length(at, end) + 3 & ~3) {
                // What an earlier dump, given up half-way, left in the queue has another number.
                if (buffer.getInt(at + 8) == sequence) {
                    interrupted |= (buffer.getShort(at + 6) & NLM_F_DUMP_INTR) != 0;
                    done |= isLast(at, end);
                    if (!done) {
                        sink.accept(buffer, at + HEADER, socketEnd(at, end));
                    }
                }
            }
        }
        if (interrupted) {
            throw new InterruptedDumpException();
        }
    }

    /** Checks a length: a wrong one would be read forever, or beyond what was received. */
    private int length(int at, int end) throws IOException {
        int length = buffer.getInt(at);
        if (length < HEADER || length > end - at) {
            throw new IOException("netlink sent a message of " + length + " bytes in " + (end - at));
        }
        return length;
    }

    private int socketEnd(int at, int end) throws IOException {
        int length = length(at, end);
        if (length < HEADER + SOCKET) {
            throw new IOException("netlink sent a socket in " + length + " bytes");
        }
        return at + length;
    }

    private boolean isLast(int at, int end) throws IOException {
        int type = buffer.getShort(at + 4);
        boolean hasNumber = length(at, end) >= HEADER + Integer.BYTES;
        if (type == NLMSG_ERROR || type == NLMSG_DONE && hasNumber && buffer.getInt(at + HEADER) < 0) {
            throw new RefusedException(hasNumber ? -buffer.getInt(at + HEADER) : 0);
        }
        return type == NLMSG_DONE;
    }

    @Override
    public void close() {
        transport.close();
    }
}
