// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopGuardTest {

    private static final int PORT = 9000;

    private final Transcript transcript = new Transcript();
    private final Traffic traffic = new Traffic();
    private final UdpSenders senders = new UdpSenders(traffic, transcript);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, 9000, false",
        "127.0.0.1, 127.0.0.1, 9001, true",
        "127.0.0.1, 127.0.0.2, 9000, true",
        "0.0.0.0, 127.0.0.1, 9000, false",
        "0.0.0.0, 127.0.0.2, 9000, false",
        "0.0.0.0, 127.0.0.2, 9001, true",
        "::, ::1, 9000, false",
        "::, 127.0.0.1, 9000, false",
        "::, 192.0.2.1, 9000, true",
        "::1, ::1, 9000, false"
    })
    void itselfIsNotAnswered(String own, String from, int port, boolean allowed) {
        assertEquals(allowed, allows(guard(own), address(from, port), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 11, 13, 17, 19, 37, 53, 69, 123})
    void servicesThatAnswerAnythingAreNotAnswered(int port) {
        assertFalse(allows(guard("127.0.0.1"), address("192.0.2.1", port), 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 68, 500, 514, 1023, 1024, 65_535})
    void otherPortsAreAnsweredHoweverLow(int port) {
        assertTrue(allows(guard("127.0.0.1"), address("192.0.2.1", port), 1));
    }

    @Test
    void sameDatagramOverAndOverHasOneOfManyNotAnswered() {
        LoopGuard guard = guard("127.0.0.1");
        InetSocketAddress from = address("192.0.2.1", 5000);
        int refused = 0;
        for (int i = 0; i < 3 * (LoopGuard.SAME_IN_A_ROW + 1); i++) {
            refused += allows(guard, from, 1) ? 0 : 1;
        }
        assertTrue(2 <= refused && refused <= 3, "refused " + refused);
    }

    @Test
    void differentDatagramsAreAllAnsweredHoweverMany() {
        LoopGuard guard = guard("127.0.0.1");
        InetSocketAddress from = address("192.0.2.1", 5000);
        for (int i = 0; i < 3 * LoopGuard.SAME_IN_A_ROW; i++) {
            assertTrue(allows(guard, from, i));
        }
    }

    @Test
    void sendersBeyondTheBoundAreServedButNotCounted() {
        LoopGuard guard = guard("127.0.0.1");
        for (int i = 0; i < UdpSenders.KNOWN + 100; i++) {
            assertTrue(allows(guard, address("192.0.2." + i % 250, 1024 + i / 250), i));
        }
        assertEquals(UdpSenders.KNOWN, traffic.status(null, Instant.EPOCH, null).clients());
        assertEquals(
                1,
                transcript.entries().stream()
                        .filter(entry -> entry.text().startsWith("more than 10000 senders"))
                        .count());
    }

    private boolean allows(LoopGuard guard, InetSocketAddress from, int data) {
        ByteBuffer datagram = ByteBuffer.allocate(4).putInt(data).flip();
        return guard.allows(from, senders.of(from), datagram);
    }

    private static LoopGuard guard(String own) {
        return new LoopGuard(address(own, PORT));
    }

    private static InetSocketAddress address(String literal, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    }
}
