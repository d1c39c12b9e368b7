// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.portio.core.kernel.Syscalls;

/** A socket to the kernel's sock_diag. It stays in the network namespace of the thread that opens it. */
public final class NetlinkSocket implements NetlinkTransport {

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int NETLINK_ROUTE = 0;
    private static final int NETLINK_SOCK_DIAG = 4;
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
        this(NETLINK_SOCK_DIAG, capacity);
    }

    /** Returns one that is asked for network interfaces instead. */
    public static NetlinkSocket ofRoutes(int capacity) throws IOException {
        return new NetlinkSocket(NETLINK_ROUTE, capacity);
    }

    private NetlinkSocket(int protocol, int capacity) throws IOException {
        memory = arena.allocate(capacity, 8);
        buffer = memory.asByteBuffer().order(ByteOrder.nativeOrder());
        socket = kernel.call(Syscalls.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC, protocol, 0);
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
