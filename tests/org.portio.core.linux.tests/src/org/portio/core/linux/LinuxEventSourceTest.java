// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventStream;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.ProcessBegan;
import org.portio.core.event.ProcessExecuted;
import org.portio.core.event.ProcessExited;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketStateChanged;

/** Hears this machine's kernel. Others open sockets meanwhile, so that each test looks for its own. */
class LinuxEventSourceTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<KernelEvent> heard = new ArrayList<>();

    @Test
    void hearsBothEndsOfAConnectionThatLivedForAMoment() throws Exception {
        try (EventStream stream = new LinuxEventSource().open();
                ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            int port = server.getLocalPort();
            try (Socket client = new Socket(LOOPBACK, port);
                    Socket accepted = server.accept()) {
                client.getOutputStream().write(new byte[5]);
                accepted.getInputStream().readNBytes(5);
            }

            SocketEnded client = await(stream, end -> isPeer(end, port));
            SocketEnded accepted = await(stream, end -> end.local().port() == port && end.remote() != null);

            assertEquals(5, client.metrics().bytesSent());
            assertTrue(accepted.metrics().bytesReceived() >= 5);
            assertTrue(client.untold().isBefore(client.time()));
            assertTrue(client.cookie() != accepted.cookie());
        }
    }

    private static boolean isPeer(SocketEnded end, int port) {
        return end.remote() != null && end.remote().port() == port;
    }

    @Test
    void hearsTheEndOfAUdpSocket() throws Exception {
        try (EventStream stream = new LinuxEventSource().open()) {
            int port;
            try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
                port = socket.getLocalPort();
            }

            assertTrue(await(
                                    stream,
                                    end -> end.protocol() == Protocol.UDP
                                            && end.local().port() == port)
                            .cookie()
                    != 0);
        }
    }

    @Test
    void countsWhatWasOpened() throws Exception {
        try (EventStream stream = new LinuxEventSource().open();
                ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            long before = stream.counters().orElseThrow().opens();
            new Socket(LOOPBACK, server.getLocalPort()).close();

            assertTrue(stream.counters().orElseThrow().opens() >= before + 2);
        }
    }

    @Test
    void hearsAProcessBeginRunAProgramAndEnd() throws Exception {
        try (EventStream stream = new LinuxEventSource().open()) {
            assumeTrue(
                    stream.kinds().contains(EventKind.PROCESS),
                    () -> stream.limits().toString());
            Process process = new ProcessBuilder("true").start();
            long pid = process.pid();
            process.waitFor();

            await(stream, ProcessExited.class, event -> event.pid() == pid);
            await(stream, ProcessExecuted.class, event -> event.pid() == pid);
            await(stream, ProcessBegan.class, event -> event.pid() == pid);
        }
    }

    @Test
    void saysWhatItIsNotTold() throws Exception {
        try (EventStream stream = new LinuxEventSource(List.of(Path.of("/nothing"))).open()) {
            assertTrue(stream.kinds().contains(EventKind.SOCKET_END));
            assertTrue(stream.limits().stream().anyMatch(limit -> limit.why().contains("tracefs is not mounted")));
        }
    }

    /** Needs root, and mounts a tracefs of its own, since that of the machine may not be mounted. */
    @Test
    void tracesWhoConnectsAndLeavesNothingBehind() throws Exception {
        Path tracefs = Files.createTempDirectory("portio-tracefs");
        assumeTrue(run("mount", "-t", "tracefs", "tracefs", tracefs.toString()) == 0, "tracefs can be mounted");
        try {
            try (EventStream stream = new LinuxEventSource(List.of(tracefs)).open();
                    ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
                assumeTrue(
                        stream.kinds().contains(EventKind.SOCKET_STATE),
                        () -> stream.limits().toString());
                int port = server.getLocalPort();
                new Socket(LOOPBACK, port).close();

                SocketStateChanged listening = await(
                        stream,
                        SocketStateChanged.class,
                        change -> change.after() == TcpState.LISTEN
                                && change.local().port() == port);
                SocketStateChanged connecting = await(
                        stream,
                        SocketStateChanged.class,
                        change -> change.after() == TcpState.SYN_SENT
                                && change.remote().port() == port);
                assertEquals(ProcessHandle.current().pid(), listening.pid());
                assertEquals(ProcessHandle.current().pid(), connecting.pid());
            }
            assertEquals(List.of(), ours(tracefs));
        } finally {
            run("umount", tracefs.toString());
            Files.delete(tracefs);
        }
    }

    private static List<Path> ours(Path tracefs) throws IOException {
        String own = "portio-" + ProcessHandle.current().pid();
        try (Stream<Path> all = Files.list(tracefs.resolve("instances"))) {
            return all.filter(path -> path.getFileName().toString().startsWith(own))
                    .toList();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private SocketEnded await(EventStream stream, Predicate<SocketEnded> wanted) throws ConnectionException {
        return await(stream, SocketEnded.class, wanted);
    }

    /** Waits until an event like this has been heard. */
    private <T> T await(EventStream stream, Class<T> type, Predicate<T> wanted) throws ConnectionException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            for (KernelEvent event : heard) {
                if (type.isInstance(event) && wanted.test(type.cast(event))) {
                    return type.cast(event);
                }
            }
            heard.addAll(stream.poll(Duration.ofMillis(100)));
        }
        throw new AssertionError("not heard within " + LIMIT);
    }
}
