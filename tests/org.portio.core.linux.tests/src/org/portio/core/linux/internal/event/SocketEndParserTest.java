// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.core.linux.internal.event.SocketEndParser.Received;

/** Reads messages as Linux 6.18 sent them on x86. */
class SocketEndParserTest {

    private static final Received NOW =
            new Received(Instant.parse("2026-11-29T01:00:00.002Z"), Instant.parse("2026-11-29T01:00:00Z"));

    private final SocketEndParser parser = new SocketEndParser(index -> index == 7 ? "eth0" : "");

    @Test
    void tellsAllOfAConnection() {
        SocketEnded client = parse("client");

        assertEquals(NOW.time(), client.time());
        assertEquals(NOW.untold(), client.untold());
        assertEquals(192_383, client.cookie());
        assertEquals(Protocol.TCP, client.protocol());
        assertEquals(AddressFamily.IPV4, client.family());
        assertEquals(Endpoint.parse("127.0.0.1:33038"), client.local());
        assertEquals(Endpoint.parse("127.0.0.1:52259"), client.remote());
        assertEquals(Reach.ESTABLISHED, client.reach());
        assertEquals(Duration.ZERO, client.idle());
        assertEquals(5, client.metrics().bytesSent());
        assertEquals(7, client.metrics().bytesAcknowledged());
        assertEquals(2, client.metrics().bytesReceived());
        assertEquals(0, client.metrics().retransmissions());
        assertEquals(Duration.ofNanos(8000), client.metrics().minimumRoundTrip());
    }

    @ParameterizedTest(name = "{0}: {1} from port {2}")
    @CsvSource({
        "unbound, NONE, 0",
        "listener, NONE, 52259",
        "refused, ATTEMPTED, 58685",
        "refused-later, ATTEMPTED, 39280",
        "accepted, ESTABLISHED, 52259",
        "never-accepted, ESTABLISHED, 52259",
        "reset, ESTABLISHED, 36832"
    })
    void tellsHowFarTcpCame(String name, Reach reach, int port) {
        SocketEnded end = parse(name);

        assertEquals(reach, end.reach());
        assertEquals(port, end.local().port());
        assertEquals(reach == Reach.ESTABLISHED, end.idle() != null);
        assertEquals(reach == Reach.NONE, end.metrics() == null);
    }

    @ParameterizedTest
    @CsvSource({"listener", "refused", "reset", "never-accepted", "udp"})
    void hasNoPeerIfTheKernelHasForgottenIt(String name) {
        assertNull(parse(name).remote());
    }

    @Test
    void tellsOfUdp() {
        SocketEnded alone = parse("udp");
        assertEquals(Protocol.UDP, alone.protocol());
        assertEquals(Endpoint.parse("127.0.0.1:60724"), alone.local());

        SocketEnded connected = parse("udp-connected");
        assertEquals(AddressFamily.IPV6, connected.family());
        assertEquals(Endpoint.parse("[::1]:53"), connected.remote());
        assertNull(connected.metrics());
        assertEquals(Reach.NONE, connected.reach());
    }

    @Test
    void namesTheInterfaceThatASocketWasBoundTo() {
        byte[] message = bytes("udp");
        message[16 + 40] = 7;

        SocketEnded bound = (SocketEnded) parse(message, message.length).getFirst();

        assertEquals("eth0", bound.local().netInterface().name());
    }

    @Test
    void takesSeveralMessagesInOnePart() {
        byte[] first = bytes("udp");
        byte[] second = bytes("client");
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertEquals(2, parse(both, both.length).size());
    }

    @Test
    void survivesMessagesThatAreCutOffOrLie() {
        byte[] whole = bytes("client");
        for (int length = 0; length < whole.length; length++) {
            assertTrue(parse(whole, length).isEmpty());
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xff;
            assertNotNull(parse(damaged, damaged.length));
        }
    }

    private SocketEnded parse(String name) {
        byte[] message = bytes(name);
        return (SocketEnded) parse(message, message.length).getFirst();
    }

    private List<KernelEvent> parse(byte[] message, int length) {
        List<KernelEvent> events = new ArrayList<>();
        parser.parse(ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN), length, NOW, events::add);
        return events;
    }

    private static byte[] bytes(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SocketEndParserTest.class.getResourceAsStream("socket-ends.txt"), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> HexFormat.of().parseHex(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
