// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A keeper that has hardly any descriptors, memory or places for clients: it answers, or it ends and can be started again. */
class KeeperLimitsTest {

    private static final int FIRST_PORT = 29_300;
    private static final int IDLE_CLIENTS = 512;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path home;

    private final List<SocketChannel> clients = new ArrayList<>();
    private Process keeper;

    @AfterEach
    void end() throws Exception {
        for (SocketChannel client : clients) {
            client.close();
        }
        portio("keeper", "stop", "--yes");
        if (keeper != null && !keeper.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            keeper.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "256, 4", "20000, 2"})
    void releasesAndStopsWithIdleClientsAndWithoutDescriptors(int descriptors, int reservations) throws Exception {
        start("", descriptors);
        int held = 0;
        while (held < reservations && reserve(held).exitCode() == 0) {
            held++;
        }
        assertTrue(held > 0);
        for (int i = 0; i < IDLE_CLIENTS; i++) {
            connect("");
        }
        assertDone(portio("release", Integer.toString(FIRST_PORT), "TCP", "--yes"));
        assertDone(portio("keeper", "stop", "--yes"));
        assertTrue(keeper.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    /** Each client sends most of a long line and keeps the rest. */
    @Test
    void answersOrEndsWhenThereIsNoMemory() throws Exception {
        start("-Xmx12m", 20_000);
        assertEquals(0, reserve(0).exitCode());
        for (int i = 0; i < IDLE_CLIENTS; i++) {
            connect("x".repeat(60_000));
        }
        assertDone(portio("release", Integer.toString(FIRST_PORT), "TCP", "--yes"));
    }

    private static void assertDone(Product.Result result) {
        assertEquals(0, result.exitCode(), result::err);
    }

    private Product.Result reserve(int number) throws Exception {
        return portio("reserve", Integer.toString(FIRST_PORT + number), "TCP", "--address", "127.93.0.1");
    }

    private Product.Result portio(String... arguments) throws Exception {
        return Product.run(Map.of("PORTIO_HOME", home.toString()), arguments);
    }

    private void start(String javaOptions, int descriptors) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -n " + descriptors + " && exec \"$0\" keeper serve",
                Product.home().resolve("portio").toString());
        builder.environment().put("PORTIO_HOME", home.toString());
        builder.environment().put("JDK_JAVA_OPTIONS", javaOptions);
        keeper = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (portio("keeper", "status").exitCode() != 0) {
            assertTrue(keeper.isAlive() && System.nanoTime() < deadline, "the keeper does not start");
        }
    }

    /** Writes to the keeper's socket; the keeper need not take more than it does. */
    private void connect(String text) throws IOException {
        SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX);
        clients.add(client);
        Path socket = home.resolve("run/keeper.sock");
        if (!Files.exists(socket)) {
            return;
        }
        try {
            client.connect(UnixDomainSocketAddress.of(socket));
            client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException _) {
            // The keeper has ended this client, or itself.
        }
    }
}
