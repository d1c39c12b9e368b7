// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.portio.core.ChangeSigns.Sign;

/** Asks this machine's kernel. Other programs may open sockets meanwhile, so that only the tests' own are sure to give a sign. */
class KernelSignsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }

    @Test
    void noticesAListener() throws Exception {
        assertGivesASign(() -> new ServerSocket(0, 1, LOOPBACK).close());
    }

    @Test
    void noticesAnOpenListener() throws Exception {
        try (KernelSigns signs = new KernelSigns();
                ServerSocket _ = new ServerSocket(0, 1, LOOPBACK)) {
            assertGiven(signs);
        }
    }

    @Test
    void noticesAConnectionThatIsGoneBeforeAnybodyLooks() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            assertGivesASign(() -> {
                try (Socket client = new Socket(LOOPBACK, server.getLocalPort())) {
                    server.accept().close();
                    client.setSoLinger(true, 0);
                }
            });
        }
    }

    @Test
    void noticesOneUdpSocketInPlaceOfAnother() throws Exception {
        try (DatagramSocket first = new DatagramSocket(0, LOOPBACK)) {
            assertGivesASign(() -> {
                first.close();
                new DatagramSocket(0, LOOPBACK).close();
            });
        }
    }

    @Test
    void noticesNothingWhenNothingHappens() throws Exception {
        try (KernelSigns signs = new KernelSigns()) {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            Sign sign = signs.look();
            while (sign != Sign.NONE && Instant.now().isBefore(end)) {
                sign = signs.look();
            }
            assertEquals(Sign.NONE, sign);
        }
    }

    private static void assertGivesASign(Act act) throws Exception {
        try (KernelSigns signs = new KernelSigns()) {
            act.run();
            assertGiven(signs);
        }
    }

    /** Waits for a sign: the kernel tells of an end a moment later, and another socket may just have taken its place in a counter. */
    private static void assertGiven(KernelSigns signs) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        Sign sign = signs.look();
        while (sign != Sign.CHANGED && Instant.now().isBefore(end)) {
            Thread.sleep(1);
            sign = signs.look();
        }
        assertEquals(Sign.CHANGED, sign);
    }
}
