// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.address.Addresses;
import org.portio.server.ServerMode;

/** Java decides once whether IPv6 exists. An option of Java stands for a process that was started before IPv6 came. */
class Ipv6LaterTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @ParameterizedTest
    @CsvSource({"'', ::1", "'', 127.0.0.2", "::1, ::1"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere servers have Java's sockets")
    void udpServerHasBothFamilies(String bound, String asked) throws Exception {
        Process process = start("UDP", "ECHO", bound);
        try (DatagramSocket client = new DatagramSocket()) {
            int port = Integer.parseInt(process.inputReader().readLine());
            client.setSoTimeout(PATIENCE_MILLIS);
            client.connect(InetAddress.ofLiteral(asked), port);
            DatagramPacket packet = new DatagramPacket(new byte[] {'x'}, 1);
            client.send(packet);
            client.receive(packet);
            assertEquals('x', packet.getData()[0]);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', ::1", "'', 127.0.0.2", "::1, ::1"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere servers have Java's sockets")
    void tcpServerHasBothFamilies(String bound, String asked) throws Exception {
        assertEquals("x", answer(ServerMode.ECHO, bound, asked, "x"));
        assertEquals("", answer(ServerMode.DISCARD, bound, asked, "x"));
        String response =
                answer(ServerMode.HTTP_OK, bound, asked, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(response.startsWith("HTTP/1.1 200 OK"), response);
        assertThrows(SocketException.class, () -> answer(ServerMode.RESET, bound, asked, "x"));
        assertEquals("", answer(ServerMode.BLACKHOLE, bound, asked, "x"));
    }

    /** Returns what the server sends until it has closed the connection after the client has sent its last byte. */
    private static String answer(ServerMode mode, String bound, String asked, String text) throws Exception {
        Process process = start("TCP", mode.name(), bound);
        try (Socket client = new Socket()) {
            int port = Integer.parseInt(process.inputReader().readLine());
            client.setSoTimeout(PATIENCE_MILLIS);
            client.connect(new InetSocketAddress(InetAddress.ofLiteral(asked), port), PATIENCE_MILLIS);
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.getOutputStream().close();
            assertEquals(0, process.waitFor(), "the server ends");
            return answer;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process start(String protocol, String mode, String bound) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.net.preferIPv4Stack=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        location(LocalServers.class) + ":" + location(Addresses.class) + ":" + location(Ipv4Java.class),
                        Ipv4Java.class.getName(),
                        protocol,
                        mode,
                        bound))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
