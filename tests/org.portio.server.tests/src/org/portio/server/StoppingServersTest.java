// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortProbe;

class StoppingServersTest {

    private final RunningServers servers = RunningServers.inThisProcess();

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource(value = ServerMode.class, names = "RESET", mode = EnumSource.Mode.EXCLUDE)
    void stoppingClosesTheConnectionsAndTellsTheLastFigures(ServerMode mode) throws Exception {
        Started server = Started.tcp(servers, mode, "127.0.0.1");
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            clients.add(server.connect());
        }
        server.awaitOpen(100);
        ServerStatus last = server.stop();
        assertEquals(100, last.clients());
        assertEquals(0, last.open());
        assertEquals(server.request(), last.request());
        for (Socket client : clients) {
            assertEquals(-1, client.getInputStream().read());
            client.close();
        }
        assertThrows(ConnectException.class, server::connect);
    }

    @Test
    void stoppingInTheMiddleOfDataEndsAtOnce() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        try (Socket slow = server.connect()) {
            Thread writer = Thread.startVirtualThread(() -> {
                try {
                    while (true) {
                        slow.getOutputStream().write(new byte[10_000]);
                    }
                } catch (IOException _) {
                    // This is how it notices that the server was stopped.
                }
            });
            Started.await(() -> writer.getState() == Thread.State.WAITING);
            ServerStatus last = server.stop();
            assertEquals(0, last.open());
            assertTrue(last.bytesReceived() >= last.bytesSent());
            writer.join();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void portOfAStoppedServerIsFree(Protocol protocol) throws Exception {
        for (int i = 0; i < 50; i++) {
            int port = freePort(protocol);
            servers.start(new ServerRequest(port, protocol, ServerMode.ECHO, "", null));
            assertEquals(PortProbe.Result.TAKEN, probe(protocol, port));
            servers.stop(port, protocol);
            assertEquals(PortProbe.Result.FREE, probe(protocol, port));
        }
    }

    /** Also free of leftovers, over which a server starts nevertheless. */
    private static int freePort(Protocol protocol) {
        int port = Started.somePort();
        return probe(protocol, port) == PortProbe.Result.FREE ? port : freePort(protocol);
    }

    private static PortProbe.Result probe(Protocol protocol, int port) {
        return PortProbe.ofSystem().probe(protocol, AddressFamily.IPV4, port);
    }

    @Test
    void stoppedServerIsUnknown() throws ServerException {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        server.stop();
        assertTrue(servers.list().isEmpty());
        assertEquals(
                Kind.NOT_FOUND,
                assertThrows(ServerException.class, server::stop).kind());
        ServerException unknown = assertThrows(ServerException.class, server::transcript);
        assertEquals(
                "no server is running on TCP " + server.port() + "; list the running ones with: portio servers",
                unknown.getMessage());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void serverWhoseTimeHasComeStopsByItself(Protocol protocol) throws Exception {
        Duration time = Duration.ofMillis(1500);
        Started server = Started.start(servers, protocol, ServerMode.ECHO, "127.0.0.1", time);
        ServerStatus status = server.status();
        assertEquals(status.started().plus(time), status.ends());
        if (protocol == Protocol.TCP) {
            try (Socket client = server.connect()) {
                server.awaitOpen(1);
                assertEquals(-1, client.getInputStream().read());
            }
        }
        Started.await(() -> isListEmpty());
        assertEquals(
                Kind.NOT_FOUND,
                assertThrows(ServerException.class, server::stop).kind());
        servers.start(server.request());
    }

    @Test
    void timeOfAStoppedServerDoesNotEndItsSuccessor() throws Exception {
        Started server = Started.start(servers, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", Duration.ofMillis(500));
        server.stop();
        ServerRequest forever = new ServerRequest(server.port(), Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null);
        servers.start(forever);
        Thread.sleep(1000);
        assertEquals(forever, servers.list().getFirst().request());
        assertNull(servers.list().getFirst().ends());
    }

    private boolean isListEmpty() {
        try {
            return servers.list().isEmpty();
        } catch (ServerException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void serversAreListedByPort() throws ServerException {
        for (int i = 0; i < 30; i++) {
            Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        }
        List<Integer> ports =
                servers.list().stream().map(status -> status.request().port()).toList();
        assertEquals(30, ports.size());
        assertEquals(ports.stream().sorted().toList(), ports);
    }

    @Test
    void closingStopsAllOfThemAndNoneStartsAfterwards() throws Exception {
        Started tcp = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        Started.udp(servers, ServerMode.ECHO, "127.0.0.1");
        try (Socket client = tcp.connect()) {
            tcp.awaitOpen(1);
            servers.close();
            assertEquals(-1, client.getInputStream().read());
        }
        assertTrue(servers.list().isEmpty());
        assertEquals(
                Kind.FAILED,
                assertThrows(ServerException.class, () -> servers.start(tcp.request()))
                        .kind());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "counts the descriptors in /proc")
    void manyStartsAndStopsLeaveNothingBehind() throws Exception {
        startAndStopEachMode();
        long before = descriptors();
        long threads = platformThreads();
        for (int i = 0; i < 100; i++) {
            startAndStopEachMode();
        }
        // The virtual machine opens some of its own in the meantime; 800 leaking servers would leave at least 800.
        assertTrue(descriptors() <= before + 10, () -> before + " descriptors before, now " + descriptors());
        assertTrue(platformThreads() <= threads + 10, () -> threads + " threads before, now " + platformThreads());
    }

    private void startAndStopEachMode() throws Exception {
        for (Protocol protocol : Protocol.values()) {
            for (ServerMode mode : ServerMode.values()) {
                if (mode.supports(protocol)) {
                    Started server = Started.start(servers, protocol, mode, "", Duration.ofHours(1));
                    if (protocol == Protocol.TCP && mode != ServerMode.RESET) {
                        server.connect().close();
                    }
                    server.stop();
                }
            }
        }
    }

    private static long descriptors() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long platformThreads() {
        return Thread.getAllStackTraces().size();
    }
}
