// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.portio.core.Protocol;
import org.portio.reservation.internal.hold.HoldAddresses;
import org.portio.reservation.internal.hold.LinuxSockets;

/** Tries again and again to bind and listen on a port with address reuse, on a thread of its own. */
final class Binder implements AutoCloseable {

    private final AtomicLong tries = new AtomicLong();
    private final AtomicLong wins = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    Binder(int port) {
        thread = Thread.ofPlatform().daemon().start(() -> run(port));
    }

    long tries() {
        return tries.get();
    }

    /** Returns how often it could listen. */
    long wins() {
        return wins.get();
    }

    private void run(int port) {
        LinuxSockets sockets = new LinuxSockets();
        InetAddress[] addresses = {InetAddress.ofLiteral("127.0.0.1"), HoldAddresses.ANY_IPV4, HoldAddresses.ANY};
        while (!ended) {
            InetAddress address = addresses[(int) (tries.getAndIncrement() % addresses.length)];
            int family = HoldAddresses.isIpv6(address) ? LinuxSockets.INET6 : LinuxSockets.INET;
            int socket = sockets.open(family, Protocol.TCP);
            if (socket < 0) {
                throw new UncheckedIOException(new IOException("no socket: errno " + -socket));
            }
            sockets.reuseAddress(socket, true);
            if (sockets.bind(socket, address, port) >= 0 && sockets.listen(socket, 1) >= 0) {
                wins.incrementAndGet();
            }
            sockets.close(socket);
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
