// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.system.Places;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.testing.FakeSource;

/** Ports of this machine for trying holds. */
public final class TestPorts {

    private static final int FIRST = 20000;
    /** The first ephemeral port; below it, no outgoing connection interferes. */
    private static final int END = 32768;

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestPorts() {}

    /** Returns a port that nobody has at this moment, with either protocol. */
    public static int free() throws IOException {
        for (int attempt = 0; ; attempt++) {
            InetSocketAddress address =
                    new InetSocketAddress(ThreadLocalRandom.current().nextInt(FIRST, END));
            try (SocketChannel tcp = SocketChannel.open();
                    DatagramChannel udp = DatagramChannel.open()) {
                tcp.bind(address);
                udp.bind(address);
                return address.getPort();
            } catch (IOException e) {
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    public static PortKey freeTcp() throws IOException {
        return PortKey.of(free(), Protocol.TCP);
    }

    /** Returns a reservation of a port, without anything else. */
    public static Reservation wish(PortKey key) {
        return new Reservation(key, "", "", HandOver.AUTO, false, Instant.parse("2026-03-01T12:00:00Z"));
    }

    public static Places places(Path home) {
        return new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"), home.resolve("cache"));
    }

    /** Returns the sockets of this machine, if it is Linux. */
    public static ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(new LinuxConnectionSource(), new FakeSource()));
    }

    /** Waits until the condition holds; returns whether it did. */
    public static boolean becomes(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }
}
