// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** Real servers on ports that the same real keeper holds. */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "the program of the test is a shell script, and all of 127/8 is local only there")
class RealServersTest {

    private static final int PORT = RealKeeper.FIRST_PORT;
    private static final InetAddress ADDRESS = InetAddress.ofLiteral(RealKeeper.ADDRESS);
    private static final byte[] WORDS = {1, 2, 3};

    @TempDir
    private Path folder;

    private RealKeeper keeper;

    @BeforeEach
    void prepare() throws Exception {
        keeper = new RealKeeper(folder);
    }

    @AfterEach
    void stop() throws Exception {
        keeper.close();
    }

    @Test
    void takeAndGiveBackATcpPort() throws Exception {
        reserve(Protocol.TCP);
        assertThrows(ConnectException.class, () -> new Socket(ADDRESS, PORT).close());

        start(Protocol.TCP, null);
        assertEquals(HoldState.LENT, standing().state(), standing().detail());
        assertEchoes();
        keeper.client().servers().stop(PORT, Protocol.TCP);

        assertEquals(HoldState.HELD, standing().state(), standing().detail());
        assertThrows(ConnectException.class, () -> new Socket(ADDRESS, PORT).close());
    }

    @Test
    void takeAndGiveBackAUdpPort() throws Exception {
        reserve(Protocol.UDP);

        start(Protocol.UDP, null);
        try (DatagramSocket client = new DatagramSocket(0, ADDRESS)) {
            client.setSoTimeout(20_000);
            client.send(new DatagramPacket(WORDS, WORDS.length, ADDRESS, PORT));
            DatagramPacket answer = new DatagramPacket(new byte[10], 10);
            client.receive(answer);
            assertEquals(WORDS.length, answer.getLength());
        }
        keeper.client().servers().stop(PORT, Protocol.UDP);

        assertEquals(HoldState.HELD, standing().state(), standing().detail());
    }

    @Test
    void giveThePortBackWhenTheirTimeIsOver() throws Exception {
        reserve(Protocol.TCP);

        start(Protocol.TCP, Duration.ofSeconds(1));

        FakeKeeper.await(() -> {
            try {
                return standing().state() == HoldState.HELD;
            } catch (ReservationException e) {
                throw new IllegalStateException(e);
            }
        });
        List<String> actions = Files.readAllLines(folder.resolve("state/port_logs.txt")).stream()
                .map(line -> line.replaceFirst(".* action=", "").replaceFirst(" on 127[.0-9]*", ""))
                .toList();
        assertEquals(
                List.of(
                        "reserve what=\"TCP " + PORT + "\" by=keeper result=\"held\"",
                        "start-server what=\"TCP " + PORT + " echo\" by=keeper result=\"started\"",
                        "stop-server what=\"TCP " + PORT + "\" by=keeper result=\"ended by itself\""),
                actions);
        assertThrows(ConnectException.class, () -> new Socket(ADDRESS, PORT).close());
    }

    @Test
    void keepTheirPortFromBeingReserved() throws Exception {
        start(Protocol.TCP, null);

        ReservationException failure = assertThrows(ReservationException.class, () -> reserve(Protocol.TCP));

        assertEquals(ReservationException.Kind.CONFLICT, failure.kind());
        assertTrue(failure.getMessage().contains("PortIO's own temporary server (echo)"), failure.getMessage());
        assertEchoes();
    }

    private void assertEchoes() throws Exception {
        try (Socket client = new Socket(ADDRESS, PORT)) {
            client.setSoTimeout(20_000);
            client.getOutputStream().write(WORDS);
            assertArrayEquals(WORDS, client.getInputStream().readNBytes(WORDS.length));
        }
    }

    private void reserve(Protocol protocol) throws ReservationException {
        PortKey key = new PortKey(PORT, protocol, RealKeeper.ADDRESS);
        keeper.client().reservations().reserve(new Reservation(key, "", "", HandOver.AUTO, false, Instant.now()));
    }

    private void start(Protocol protocol, Duration duration) throws Exception {
        keeper.client()
                .servers()
                .start(new ServerRequest(PORT, protocol, ServerMode.ECHO, RealKeeper.ADDRESS, duration));
    }

    private ReservationStatus standing() throws ReservationException {
        return keeper.client().reservations().list().getFirst();
    }
}
