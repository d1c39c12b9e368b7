// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.internal.hold.HoldAddresses;
import org.portio.reservation.internal.hold.LinuxSockets;

/**
 * Four of the same user who try again and again to bind a port and listen on it, at all kinds of addresses: without options, with
 * {@code SO_REUSEADDR}, with {@code SO_REUSEPORT}, and with both.
 */
final class HostileBinders implements AutoCloseable {

    private static final int SO_REUSEPORT = 15;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPV6_V6ONLY = 26;
    private static final List<InetAddress> ADDRESSES = List.of(
            InetAddress.ofLiteral("127.0.0.1"),
            HoldAddresses.ANY_IPV4,
            InetAddress.ofLiteral("::1"),
            HoldAddresses.ANY,
            InetAddress.ofLiteral("127.0.0.2"));

    private final int port;
    private final AtomicLong tries = new AtomicLong();
    private final Set<String> wins = new ConcurrentSkipListSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    HostileBinders(int port) {
        this.port = port;
        for (boolean address : new boolean[] {false, true}) {
            for (boolean portToo : new boolean[] {false, true}) {
                threads.add(Thread.ofPlatform().daemon().start(() -> run(address, portToo)));
            }
        }
    }

    long tries() {
        return tries.get();
    }

    /** Returns how they came to listen; empty if they never did. */
    Set<String> wins() {
        return wins;
    }

    private void run(boolean address, boolean portToo) {
        LinuxSockets sockets = new LinuxSockets();
        Syscalls kernel = new Syscalls();
        MemorySegment on = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, 1);
        for (int i = 0; !ended; i++) {
            InetAddress to = ADDRESSES.get(i % ADDRESSES.size());
            boolean ipv6 = HoldAddresses.isIpv6(to);
            int socket = sockets.open(ipv6 ? LinuxSockets.INET6 : LinuxSockets.INET, Protocol.TCP);
            if (socket < 0) {
                throw new UncheckedIOException(new IOException("no socket: errno " + -socket));
            }
            if (ipv6 && i % 2 == 0) {
                kernel.call(Syscalls.SETSOCKOPT, socket, IPPROTO_IPV6, IPV6_V6ONLY, on.address(), Integer.BYTES);
            }
            if (portToo) {
                kernel.call(
                        Syscalls.SETSOCKOPT, socket, Syscalls.SOL_SOCKET, SO_REUSEPORT, on.address(), Integer.BYTES);
            }
            sockets.reuseAddress(socket, address);
            if (sockets.bind(socket, to, port) >= 0 && sockets.listen(socket, 1) >= 0) {
                wins.add(to.getHostAddress() + (address ? " SO_REUSEADDR" : "") + (portToo ? " SO_REUSEPORT" : ""));
            }
            sockets.close(socket);
            tries.incrementAndGet();
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
