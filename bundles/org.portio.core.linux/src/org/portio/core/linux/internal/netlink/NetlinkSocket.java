// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.portio.core.kernel.Syscalls;

/** A socket to the kernel's netlink. It stays in the network namespace of the thread that opens it. */
public final class NetlinkSocket implements NetlinkTransport {

    public static final int NOTHING = 0;
    public static final int LOST = -1;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_ROUTE = 0;
    private static final int NETLINK_SOCK_DIAG = 4;
    private static final int NETLINK_CONNECTOR = 11;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int SOCKADDR_NL = 12;
    private static final int SIOCGIFNAME = 0x8910;
    /** Size of {@code struct ifreq}, and where the number is in it. */
    private static final int IFREQ = 40;

    private static final int IFREQ_INDEX = 16;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment memory;
    private final ByteBuffer buffer;
    private final long socket;

    /** Opens one that takes so many bytes at once; a dump comes in parts of 32 KB at most. */
    public NetlinkSocket(int capacity) throws IOException {
        this(NETLINK_SOCK_DIAG, 0, capacity);
    }

    /** Returns one that is asked for network interfaces instead. */
    public static NetlinkSocket ofRoutes(int capacity) throws IOException {
        return new NetlinkSocket(NETLINK_ROUTE, 0, capacity);
    }

    /**
     * Returns one that hears what the kernel tells the members of these groups of sock_diag. It is received by
     * {@link #receiveNow}, and takes messages of so many bytes.
     *
     * @param queue bytes that the kernel keeps for it until they are received, as far as the system allows
     * @throws IOException if the kernel does not let it join
     */
    public static NetlinkSocket ofSocketGroups(int capacity, int queue, int... groups) throws IOException {
        return ofGroups(NETLINK_SOCK_DIAG, capacity, queue, groups);
    }

    /** Returns one that hears a group of the kernel's connector, in the same way. */
    public static NetlinkSocket ofConnector(int capacity, int queue, int group) throws IOException {
        return ofGroups(NETLINK_CONNECTOR, capacity, queue, group);
    }

    /** Returns the groups of sock_diag that are told of sockets that end: TCP and UDP, each over IPv4 and IPv6. */
    public static int[] endGroups() {
        return new int[] {1, 2, 3, 4};
    }

    private static NetlinkSocket ofGroups(int protocol, int capacity, int queue, int... groups) throws IOException {
        NetlinkSocket socket = new NetlinkSocket(protocol, Syscalls.O_NONBLOCK, capacity);
        try {
            socket.join(queue, groups);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void join(int queue, int... groups) throws IOException {
        if (!option(Syscalls.SOL_SOCKET, Syscalls.SO_RCVBUFFORCE, queue)) {
            option(Syscalls.SOL_SOCKET, Syscalls.SO_RCVBUF, queue);
        }
        memory.asSlice(0, SOCKADDR_NL).fill((byte) 0);
        memory.set(ValueLayout.JAVA_SHORT, 0, (short) AF_NETLINK);
        boolean joined = kernel.call(Syscalls.BIND, socket, memory.address(), SOCKADDR_NL, 0) == 0;
        for (int group : groups) {
            joined = joined && option(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
        }
        if (!joined) {
            throw new IOException("the kernel does not tell this user: errno " + kernel.errno());
        }
    }

    private boolean option(int level, int name, int value) {
        memory.set(ValueLayout.JAVA_INT, 0, value);
        return kernel.call(Syscalls.SETSOCKOPT, socket, level, name, memory.address(), Integer.BYTES) == 0;
    }

    private NetlinkSocket(int protocol, int flags, int capacity) throws IOException {
        memory = arena.allocate(capacity, 8);
        buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder());
        socket = kernel.call(Syscalls.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC | flags, protocol, 0);
        if (socket < 0) {
            throw new IOException("cannot open a netlink socket: errno " + kernel.errno());
        }
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public void send(int length) throws IOException {
        if (kernel.call(Syscalls.SENDTO, socket, memory.address(), length, 0) < 0) {
            throw new IOException("netlink did not accept the request: errno " + kernel.errno());
        }
    }

    @Override
    public int receive() throws IOException {
        while (true) {
            long received = kernel.call(Syscalls.RECVFROM, socket, memory.address(), buffer.capacity(), 0);
            if (received > 0) {
                return (int) received;
            }
            if (received == 0 || kernel.errno() != Syscalls.EINTR) {
                throw new IOException("netlink ended in the middle of an answer: errno " + kernel.errno());
            }
        }
    }

    /**
     * Receives what lies there, without waiting, and gives its length in bytes; {@link #NOTHING} if nothing does.
     *
     * @return {@link #LOST} if the kernel has dropped some because its queue was full
     */
    public int receiveNow() throws IOException {
        long received = kernel.call(Syscalls.RECVFROM, socket, memory.address(), buffer.capacity(), 0);
        if (received > 0) {
            return (int) received;
        }
        return switch (kernel.errno()) {
            case Syscalls.EAGAIN, Syscalls.EINTR -> NOTHING;
            case Syscalls.ENOBUFS -> LOST;
            default -> throw new IOException("the kernel tells no more: errno " + kernel.errno());
        };
    }

    /** Returns its descriptor, to wait for what comes. */
    public int descriptor() {
        return (int) socket;
    }

    @Override
    public String interfaceName(int index) {
        try (Arena request = Arena.ofConfined()) {
            MemorySegment ifreq = request.allocate(IFREQ, 8);
            ifreq.set(ValueLayout.JAVA_INT, IFREQ_INDEX, index);
            return kernel.call(Syscalls.IOCTL, socket, SIOCGIFNAME, ifreq.address(), 0) < 0 ? "" : ifreq.getString(0);
        }
    }

    @Override
    public void close() {
        kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
    }
}
