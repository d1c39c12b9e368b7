// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.kernel.Syscalls;

/**
 * The leftovers of a port's ended connections. In TIME-WAIT, one keeps a socket without address reuse from listening. It
 * catches packets that the network delivers late; between two sockets of this machine none can be late, so those are ended. A
 * connection is attempted from the same client's port: the kernel asks whether it is the old one, and the answer, a reset, ends it
 * (RFC 1337). Nobody listens meanwhile, so nobody notices. One thread uses an object.
 */
final class Leftovers {

    private static final int NETLINK = 16;
    private static final int SOCK_DIAG = 4;
    private static final int BY_FAMILY = 20;
    private static final int DESTROY = 21;
    private static final int REQUEST = 1;
    private static final int ACKNOWLEDGE = 4;
    private static final int DUMP = 0x300;
    private static final int DONE = 3;
    private static final int HEADER = 16;
    private static final int LENGTH = HEADER + 56;
    /** Place of a socket's ends in what is asked; then that in what is answered, and their length. */
    private static final int ENDS_ASKED = HEADER + 8;

    private static final int ENDS_ANSWERED = HEADER + 4;
    private static final int ENDS = 48;
    private static final int TCP = 6;
    private static final int TIME_WAIT = 1 << 6;
    private static final int DATAGRAM_CLOEXEC = 2 | Syscalls.O_CLOEXEC;
    private static final int SPACE = 1 << 16;

    private static final int ROUNDS = 20;
    private static final int MOST_EMPTY_ROUNDS = 3;

    private final Syscalls kernel = new Syscalls();
    private final MemorySegment memory = Arena.ofAuto().allocate(SPACE, 8);
    private final ByteBuffer bytes = memory.asByteBuffer().order(ByteOrder.nativeOrder());
    private final Map<InetAddress, Boolean> own = new HashMap<>();
    private final int port;

    /**
     * One of them.
     *
     * @param ends both, as the kernel's sock_diag has them
     */
    private record Leftover(int family, InetAddress local, InetAddress remote, int remotePort, byte[] ends) {}

    Leftovers(int port) {
        this.port = port;
    }

    /** Ends those that can be ended; returns whether none is left. */
    boolean end() {
        int before = Integer.MAX_VALUE;
        int inVain = 0;
        for (int round = 0; round < ROUNDS && inVain < MOST_EMPTY_ROUNDS; round++) {
            List<Leftover> all = all();
            if (all.isEmpty()) {
                return true;
            }
            inVain = all.size() < before ? 0 : inVain + 1;
            before = all.size();
            all.forEach(this::end);
            // The kernel delivers packets soon, but on a busy machine not at once.
            if (round > 0 && !pause()) {
                return false;
            }
        }
        return all().isEmpty();
    }

    private static boolean pause() {
        try {
            Thread.sleep(1);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end(Leftover one) {
        boolean isAsked = own.computeIfAbsent(one.remote, Leftovers::isOwn)
                && SameClient.attempt(one.remote, one.remotePort, one.local, port);
        if (!isAsked) {
            destroy(one);
        }
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) {
            return false;
        }
    }

    /** Asks the kernel to end it, which it does for administrators. */
    private void destroy(Leftover one) {
        int socket = open();
        if (socket >= 0) {
            ask(DESTROY, REQUEST | ACKNOWLEDGE, one.family).put(ENDS_ASKED, one.ends);
            send(socket);
            receive(socket);
            close(socket);
        }
    }

    private List<Leftover> all() {
        List<Leftover> all = new ArrayList<>();
        int socket = open();
        if (socket >= 0) {
            for (int family : new int[] {LinuxSockets.INET, LinuxSockets.INET6}) {
                ask(BY_FAMILY, REQUEST | DUMP, family).putShort(ENDS_ASKED, Short.reverseBytes((short) port));
                if (send(socket)) {
                    while (read(receive(socket), all)) {
                        // The next part.
                    }
                }
            }
            close(socket);
        }
        return all;
    }

    private int open() {
        return (int) kernel.call(Syscalls.SOCKET, NETLINK, DATAGRAM_CLOEXEC, SOCK_DIAG, 0);
    }

    private void close(int socket) {
        kernel.call(Syscalls.CLOSE, socket, 0, 0, 0);
    }

    /** Writes {@code nlmsghdr} and {@code inet_diag_req_v2}, but for the ends. */
    private ByteBuffer ask(int type, int flags, int family) {
        memory.asSlice(0, LENGTH).fill((byte) 0);
        bytes.putInt(0, LENGTH).putShort(4, (short) type).putShort(6, (short) flags);
        bytes.put(HEADER, (byte) family).put(HEADER + 1, (byte) TCP).putInt(HEADER + 4, TIME_WAIT);
        return bytes;
    }

    private boolean send(int socket) {
        return kernel.call(Syscalls.SENDTO, socket, memory.address(), LENGTH, 0) >= 0;
    }

    private int receive(int socket) {
        return (int) kernel.call(Syscalls.RECVFROM, socket, memory.address(), SPACE, 0);
    }

    /** Reads one part of the answer; returns whether more will come. */
    private boolean read(int length, List<Leftover> all) {
        int at = 0;
        while (at + HEADER <= length) {
            int size = bytes.getInt(at);
            int type = bytes.getShort(at + 4);
            if (type <= DONE || size < ENDS_ANSWERED + ENDS) {
                return false;
            }
            all.add(leftover(at));
            at += size + 3 & ~3;
        }
        return length > 0;
    }

    private Leftover leftover(int at) {
        int ends = at + ENDS_ANSWERED;
        byte[] copy = new byte[ENDS];
        bytes.get(ends, copy);
        int family = memory.get(ValueLayout.JAVA_BYTE, at + HEADER);
        int remotePort = Short.toUnsignedInt(Short.reverseBytes(bytes.getShort(ends + 2)));
        return new Leftover(family, address(family, ends + 4), address(family, ends + 20), remotePort, copy);
    }

    /** Returns the address; if it is one of IPv4 that a socket of IPv6 has, as that of IPv4. */
    private InetAddress address(int family, int at) {
        byte[] address = new byte[family == LinuxSockets.INET ? 4 : 16];
        bytes.get(at, address);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
