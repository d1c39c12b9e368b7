// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.portio.core.Protocol;
import org.portio.core.kernel.Kernel;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.SocketShape;

/**
 * Sockets by the kernel's own calls: what Java leaves open, as an option that is changed after binding, is exact here. Each
 * call gives what the kernel gives, or its errno as a negative number. One thread at a time uses an object.
 */
public final class LinuxSockets {

    public static final int INET = 2;
    public static final int INET6 = 10;

    private static final int UNIX = 1;
    private static final int STREAM = 1;
    private static final int DATAGRAM = 2;
    private static final int CLOEXEC = 0x80000;
    private static final int SO_RCVTIMEO = 20;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final int SO_ACCEPTCONN = 30;
    private static final int SO_BINDTOIFINDEX = 62;
    private static final int UNIX_PATH = 108;
    private static final int MSG_DONTWAIT = 0x40;

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment memory = arena.allocate(128, 8);
    private final ByteBuffer address = memory.asByteBuffer().order(ByteOrder.nativeOrder());

    /** Returns whether this is a system whose kernel is called here by the right numbers. */
    public static boolean arePossible() {
        return Kernel.isCallable();
    }

    public int open(int family, Protocol protocol) {
        return (int) result(kernel.call(Syscalls.SOCKET, family, type(protocol) | CLOEXEC, 0, 0));
    }

    int openUnixDatagram() {
        return (int) result(kernel.call(Syscalls.SOCKET, UNIX, DATAGRAM | CLOEXEC, 0, 0));
    }

    private static int type(Protocol protocol) {
        return protocol == Protocol.TCP ? STREAM : DATAGRAM;
    }

    public int reuseAddress(int socket, boolean on) {
        return set(socket, Syscalls.SOL_SOCKET, Syscalls.SO_REUSEADDR, on ? 1 : 0);
    }

    int ipv6Only(int socket, boolean on) {
        return set(socket, IPPROTO_IPV6, IPV6_V6ONLY, on ? 1 : 0);
    }

    /** Returns the smallest that the kernel knows: nobody ever reads what comes. */
    int smallestReceiveBuffer(int socket) {
        return set(socket, Syscalls.SOL_SOCKET, Syscalls.SO_RCVBUF, 1);
    }

    /** Returns how long receiving waits. */
    int receiveLimit(int socket, Duration limit) {
        memory.set(ValueLayout.JAVA_LONG, 0, limit.toSeconds());
        memory.set(ValueLayout.JAVA_LONG, 8, limit.toNanosPart() / 1000);
        return (int) result(
                kernel.call(Syscalls.SETSOCKOPT, socket, Syscalls.SOL_SOCKET, SO_RCVTIMEO, memory.address(), 16));
    }

    private int set(int socket, int level, int option, int value) {
        memory.set(ValueLayout.JAVA_INT, 0, value);
        return (int) result(kernel.call(Syscalls.SETSOCKOPT, socket, level, option, memory.address(), 4));
    }

    /** Binds a socket of the address's family, or one of IPv6 to an IPv4 address or to all. */
    public int bind(int socket, InetAddress to, int port) {
        address.clear();
        byte[] bytes = to.getAddress();
        address.putShort((short) (bytes.length == 4 ? INET : INET6));
        address.put((byte) (port >> 8)).put((byte) port);
        if (bytes.length == 16) {
            address.putInt(0);
        }
        address.put(bytes).putLong(0);
        return bind(socket, bytes.length == 4 ? 16 : 28);
    }

    /** Binds a socket of this shape. */
    int bind(int socket, SocketShape shape, int port) {
        return bind(socket, Extent.write(shape, port, memory));
    }

    /** Binds a Unix socket to a new name in the file system. */
    public int bind(int socket, Path name) {
        return bind(socket, write(name, memory));
    }

    private int bind(int socket, int length) {
        return (int) result(kernel.call(Syscalls.BIND, socket, memory.address(), length, 0));
    }

    /** Writes a Unix socket's name as {@code sockaddr_un}, and gives its length; 0 if it is too long. */
    static int write(Path name, MemorySegment target) {
        byte[] bytes = name.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= UNIX_PATH) {
            return 0;
        }
        target.fill((byte) 0);
        target.set(ValueLayout.JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(MemorySegment.ofArray(bytes), 0, target, 2, bytes.length);
        return 2 + bytes.length + 1;
    }

    public int listen(int socket, int backlog) {
        return (int) result(kernel.call(Syscalls.LISTEN, socket, backlog, 0, 0));
    }

    boolean isListening(int socket) {
        return isSet(socket, SO_ACCEPTCONN);
    }

    /** Returns whether an option of all sockets is on. */
    boolean isSet(int socket, int option) {
        memory.set(ValueLayout.JAVA_INT, 0, 0);
        memory.set(ValueLayout.JAVA_INT, 8, Integer.BYTES);
        long result = kernel.call(
                Syscalls.GETSOCKOPT, socket, Syscalls.SOL_SOCKET, option, memory.address(), memory.address() + 8);
        return result == 0 && memory.get(ValueLayout.JAVA_INT, 0) == 1;
    }

    /** Returns the port that a socket is bound to. */
    int port(int socket) {
        memory.set(ValueLayout.JAVA_INT, 32, 28);
        long result = kernel.call(Syscalls.GETSOCKNAME, socket, memory.address(), memory.address() + 32, 0);
        return result < 0 ? (int) result(result) : Short.toUnsignedInt(Short.reverseBytes(address.getShort(2)));
    }

    /** Makes a socket that listens, or is connected, again one that is only bound. */
    int disconnect(int socket) {
        return swift(calls -> calls.disconnect(socket));
    }

    private static int swift(UnaryOperator<SwiftCalls> calls) {
        return calls.apply(new SwiftCalls()).run().result(0);
    }

    /** Makes the socket send and receive through one device only; everybody may do so once. */
    int device(int socket, int index) {
        return set(socket, Syscalls.SOL_SOCKET, SO_BINDTOIFINDEX, index);
    }

    /** Forgets the datagrams that nobody has read. */
    void drain(int socket) {
        while (kernel.call(Syscalls.RECVFROM, socket, memory.address(), 1, MSG_DONTWAIT) >= 0) {
            // Its content is of no interest.
        }
    }

    public int close(int socket) {
        return (int) result(kernel.call(Syscalls.CLOSE, socket, 0, 0, 0));
    }

    /** Sends or receives by a {@code msghdr}. */
    int message(int call, int socket, MemorySegment header, int flags) {
        long result;
        do {
            result = result(kernel.call(call, socket, header.address(), flags, 0));
        } while (result == -Syscalls.EINTR);
        return (int) result;
    }

    private long result(long returned) {
        return returned < 0 ? -kernel.errno() : returned;
    }
}
