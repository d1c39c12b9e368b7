// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portio.core.kernel.Syscalls;

/** Makes the options of one socket those of another. What does not differ is not touched. One object serves one thread. */
final class SocketOptions {

    /**
     * One that is read and set alike.
     *
     * @param size of its value in bytes
     */
    private record Option(int level, int name, int size) {}

    private static final int SOCKET = Syscalls.SOL_SOCKET;
    private static final int IP = 0;
    private static final int TCP = 6;
    private static final int IPV6 = 41;

    private static final int SNDBUF = 7;
    private static final int RCVBUF = Syscalls.SO_RCVBUF;
    /** Which of the buffers are set, and not for the kernel to choose; since Linux 5.14. */
    private static final int BUF_LOCK = 72;

    private static final int MAXSEG = 2;
    /** The value of {@link #MAXSEG} if it is not set, which would be a limit if it were. */
    private static final int MAXSEG_UNSET = 536;

    /** Options as socket(7), tcp(7), ip(7) and ipv6(7) have them. SO_REUSEADDR and SO_REUSEPORT would open a held port to others. */
    private static final List<Option> ALIKE = Stream.of(
                    // DONTROUTE, BROADCAST, KEEPALIVE, OOBINLINE, PRIORITY, RCVLOWAT, MARK, BUSY_POLL, INCOMING_CPU,
                    // ZEROCOPY, BINDTOIFINDEX
                    ints(SOCKET, 5, 6, 9, 10, 12, 18, 36, 46, 49, 60, 62),
                    // LINGER, RCVTIMEO, SNDTIMEO
                    Stream.of(new Option(SOCKET, 13, 8), new Option(SOCKET, 20, 16), new Option(SOCKET, 21, 16)),
                    // NODELAY, CORK, KEEPIDLE, KEEPINTVL, KEEPCNT, SYNCNT, LINGER2, DEFER_ACCEPT, WINDOW_CLAMP,
                    // QUICKACK,
                    // USER_TIMEOUT, FASTOPEN, NOTSENT_LOWAT, SAVE_SYN, FASTOPEN_NO_COOKIE, INQ
                    ints(TCP, 1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 18, 23, 25, 27, 34, 36),
                    // CONGESTION
                    Stream.of(new Option(TCP, 13, 16)),
                    // TOS, TTL, PKTINFO, MTU_DISCOVER, RECVERR, RECVTTL, RECVTOS, FREEBIND, MINTTL, MULTICAST_TTL,
                    // MULTICAST_LOOP
                    ints(IP, 1, 2, 8, 10, 11, 12, 13, 15, 21, 33, 34),
                    // UNICAST_HOPS, MULTICAST_HOPS, MULTICAST_LOOP, MTU_DISCOVER, RECVERR, RECVPKTINFO, RECVHOPLIMIT,
                    // RECVTCLASS, TCLASS
                    ints(IPV6, 16, 18, 19, 23, 25, 49, 51, 66, 67))
            .flatMap(options -> options)
            .toList();

    private final Syscalls kernel;
    private final MemorySegment theirs = Arena.ofAuto().allocate(32, 8);
    private final MemorySegment ours = Arena.ofAuto().allocate(32, 8);
    private final MemorySegment length = Arena.ofAuto().allocate(8, 8);

    SocketOptions(Syscalls kernel) {
        this.kernel = kernel;
    }

    private static Stream<Option> ints(int level, int... names) {
        return IntStream.of(names).mapToObj(name -> new Option(level, name, Integer.BYTES));
    }

    /** Copies them as far as this process has the rights for it. */
    void copy(int from, int to) {
        ALIKE.forEach(option -> copy(option, from, to));
        int mss = get(from, TCP, MAXSEG);
        if (mss != get(to, TCP, MAXSEG)) {
            set(to, TCP, MAXSEG, mss == MAXSEG_UNSET ? 0 : mss);
        }
        copyBuffers(from, to);
    }

    private void copy(Option option, int from, int to) {
        int size = read(from, option, theirs);
        boolean differs = size >= 0
                && (read(to, option, ours) != size || theirs.asSlice(0, size).mismatch(ours.asSlice(0, size)) >= 0);
        if (differs) {
            kernel.call(Syscalls.SETSOCKOPT, to, option.level, option.name, theirs.address(), size);
        }
    }

    /** The kernel doubles what is set. */
    private void copyBuffers(int from, int to) {
        for (int buffer : new int[] {SNDBUF, RCVBUF}) {
            int size = get(from, SOCKET, buffer);
            if (size != get(to, SOCKET, buffer)) {
                set(to, SOCKET, buffer, size / 2);
            }
        }
        int locked = get(from, SOCKET, BUF_LOCK);
        if (locked != get(to, SOCKET, BUF_LOCK)) {
            set(to, SOCKET, BUF_LOCK, locked);
        }
    }

    private int read(int socket, Option option, MemorySegment target) {
        length.set(ValueLayout.JAVA_INT, 0, option.size);
        long result =
                kernel.call(Syscalls.GETSOCKOPT, socket, option.level, option.name, target.address(), length.address());
        return result < 0 ? -1 : length.get(ValueLayout.JAVA_INT, 0);
    }

    private int get(int socket, int level, int name) {
        Option option = new Option(level, name, Integer.BYTES);
        return read(socket, option, ours) == Integer.BYTES ? ours.get(ValueLayout.JAVA_INT, 0) : -1;
    }

    private void set(int socket, int level, int name, int value) {
        if (value >= 0) {
            ours.set(ValueLayout.JAVA_INT, 0, value);
            kernel.call(Syscalls.SETSOCKOPT, socket, level, name, ours.address(), Integer.BYTES);
        }
    }

    /** Returns whether it is set that others may bind to the same port. */
    boolean reuses(int socket) {
        return get(socket, SOCKET, Syscalls.SO_REUSEADDR) == 1;
    }

    /** Sets {@link #reuses}. */
    void reuse(int socket) {
        set(socket, SOCKET, Syscalls.SO_REUSEADDR, 1);
    }
}
