// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java decides once whether there is IPv6. A process that was started before it came is made by telling Java so. */
class Ipv6LaterTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @ParameterizedTest
    @CsvSource({"'', ::1", "'', 127.0.0.2", "::1, ::1"})
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere servers have Java's sockets")
    void udpServerHasBothFamilies(String bound, String asked) throws Exception {
        Process process = start(bound);
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

    private static Process start(String bound) throws Exception {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.net.preferIPv4Stack=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        location(LocalServers.class) + ":" + location(Ipv4Java.class),
                        Ipv4Java.class.getName(),
                        bound))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
