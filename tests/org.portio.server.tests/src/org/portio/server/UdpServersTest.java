// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.portio.core.Protocol;

class UdpServersTest {

    private final RunningServers servers = RunningServers.inThisProcess();

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", ""})
    void echoSendsEachDatagramBack(String address) throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, address);
        try (DatagramSocket client = client()) {
            for (int length : new int[] {1, 0, 1472, 9000, 65_000}) {
                byte[] data = data(length);
                send(client, server.address(), data);
                assertArrayEquals(data, receive(client));
            }
        }
        assertEquals(1 + 1472 + 9000 + 65_000, server.status().bytesReceived());
        assertEquals(1, server.status().clients());
        assertEquals(0, server.status().open());
    }

    @Test
    void serverOnAllAddressesTakesBothFamilies() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "");
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            try (DatagramSocket client = client()) {
                send(client, server.address(address), data(10));
                assertArrayEquals(data(10), receive(client), address);
            }
        }
        assertEquals(2, server.status().clients());
    }

    /** A connected socket receives nothing from any address except the one that it asked. */
    @ParameterizedTest
    @CsvSource({"'', 127.0.0.1", "'', 127.0.0.2", "'', ::1", "0.0.0.0, 127.80.79.82", "'::', 127.0.0.2", "'::', ::1"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one address of the loopback, or choose it")
    void answerComesFromTheAddressThatWasAsked(String bound, String asked) throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, bound);
        try (DatagramSocket client = client()) {
            client.connect(server.address(asked));
            for (int length : new int[] {1, 9000}) {
                client.send(new DatagramPacket(data(length), length));
                assertArrayEquals(data(length), receive(client));
            }
        }
    }

    @Test
    void portIsFreeAgainWhenTheServerHasStopped() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "");
        for (int i = 0; i < 100; i++) {
            servers.stop(server.port(), Protocol.UDP);
            servers.start(server.request());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void discardCountsAndSendsNothing(String address) throws Exception {
        Started server = Started.udp(servers, ServerMode.DISCARD, address);
        try (DatagramSocket client = client()) {
            send(client, server.address(), data(100));
            server.awaitTranscript("received 100 bytes: ");
            assertSilence(client);
        }
        assertEquals(100, server.status().bytesReceived());
        assertEquals(0, server.status().bytesSent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void blackHoleDoesNotEvenRead(String address) throws Exception {
        Started server = Started.udp(servers, ServerMode.BLACKHOLE, address);
        try (DatagramSocket client = client()) {
            client.connect(server.address());
            for (int i = 0; i < 1000; i++) {
                client.send(new DatagramPacket(data(1000), 1000));
            }
            // A connected socket would have reported a closed port by now.
            assertSilence(client);
        }
        assertEquals(0, server.status().bytesReceived());
    }

    @Test
    void sendersAreCountedOnce() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "127.0.0.1");
        for (int i = 0; i < 50; i++) {
            try (DatagramSocket client = client()) {
                for (int j = 0; j < 3; j++) {
                    send(client, server.address(), data(10));
                    receive(client);
                }
            }
        }
        // The system may have given the same port to two of them.
        long clients = server.status().clients();
        assertEquals(50, clients, 2);
        server.awaitSent(50 * 3 * 10);
    }

    @Test
    void serviceThatMightAnswerBackGetsNoAnswer() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "127.0.0.1");
        try (DatagramSocket chargen = lowPort("127.80.79.82", 19);
                DatagramSocket client = client()) {
            send(chargen, server.address(), data(10));
            server.awaitTranscript("not answered: the service on port 19 might answer back");
            send(client, server.address(), data(20));
            assertArrayEquals(data(20), receive(client));
            assertSilence(chargen);
        }
        server.awaitSent(20);
    }

    private static DatagramSocket lowPort(String address, int port) {
        try {
            return new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        } catch (SocketException e) {
            throw new TestAbortedException(
                    "skipped: only root can send from port " + port + ", and only where it is free: " + e);
        }
    }

    /** The test is the other echo: it sends back everything that comes. */
    @Test
    void loopWithAnotherEchoEndsByItself() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "127.0.0.1");
        try (DatagramSocket other = client()) {
            other.setSoTimeout(5000);
            byte[] data = data(100);
            int rounds = 0;
            send(other, server.address(), data);
            while (isReceived(other, data) && rounds < 100_000) {
                rounds++;
                send(other, server.address(), data);
            }
            assertEquals(10_000, rounds);
            server.awaitTranscript("it sent the same 10000 times in a row");

            byte[] different = data(101);
            send(other, server.address(), different);
            assertArrayEquals(different, receive(other));
        }
    }

    private static boolean isReceived(DatagramSocket socket, byte[] expected) throws IOException {
        try {
            assertArrayEquals(expected, receive(socket));
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Test
    void senderThatCannotBeReachedDoesNotStopTheServer() throws Exception {
        Started server = Started.udp(servers, ServerMode.ECHO, "127.0.0.1");
        for (int i = 0; i < 20; i++) {
            try (DatagramSocket gone = client()) {
                send(gone, server.address(), data(10));
            }
        }
        try (DatagramSocket client = client()) {
            send(client, server.address(), data(20));
            assertArrayEquals(data(20), receive(client));
        }
    }

    private static DatagramSocket client() throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(Started.PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] data(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }

    private static void send(DatagramSocket client, InetSocketAddress to, byte[] data) throws IOException {
        client.send(new DatagramPacket(data, data.length, to));
    }

    private static byte[] receive(DatagramSocket client) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        client.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    private static void assertSilence(DatagramSocket client) throws IOException {
        client.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> receive(client));
    }
}
