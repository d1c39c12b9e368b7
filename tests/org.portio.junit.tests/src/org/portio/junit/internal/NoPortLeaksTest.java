// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.junit.NoPortLeaks;

/** Tests with {@link NoPortLeaks} fail if they leave a port open. The classes that are run for that are at the end. */
@EnabledOnOs(OS.LINUX)
class NoPortLeaksTest {

    /** The sockets that the samples leave open. */
    private static final List<AutoCloseable> LEFT = new ArrayList<>();

    private static int port;

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable left : LEFT) {
            left.close();
        }
        LEFT.clear();
    }

    private static <T extends AutoCloseable> T leave(T open) {
        LEFT.add(open);
        return open;
    }

    private static ServerSocket listen() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        return server;
    }

    @Test
    void whatIsClosedInTimeIsNoLeak() {
        assertEquals(Map.of(), Rehearsal.of(TidySample.class).failures());
    }

    @Test
    void aListenerIsNamedWithThePlaceThatOpenedIt() {
        Rehearsal rehearsal = Rehearsal.of(ListenerSample.class);

        assertEquals(Set.of("leavesOne"), rehearsal.failures().keySet());
        Throwable failure = rehearsal.failure("leavesOne");
        assertTrue(
                failure.getMessage()
                        .startsWith("this test leaves a port open: TCP 127.0.0.1:" + port
                                + " of this process, opened at " + NoPortLeaksTest.class.getName() + ".listen("),
                failure.getMessage());
        assertTrue(
                List.of(failure.getSuppressed()[0].getStackTrace()).stream()
                        .anyMatch(frame -> frame.getClassName().equals(ListenerSample.class.getName())
                                && frame.getMethodName().equals("leavesOne")),
                () -> List.of(failure.getSuppressed()[0].getStackTrace()).toString());
    }

    @Test
    void channelsAndUdpAreSeenToo() {
        Rehearsal rehearsal = Rehearsal.of(ManyKindsSample.class);

        String channel = rehearsal.failure("channel").getMessage();
        assertTrue(
                channel.matches("(?s).*: TCP \\[::]:\\d+ of this process, opened at .*ManyKindsSample.channel\\(.*")
                        || channel.matches("(?s).*: TCP 0\\.0\\.0\\.0:\\d+ of this process, opened at"
                                + " .*ManyKindsSample.channel\\(.*"),
                channel);
        String udp = rehearsal.failure("udp").getMessage();
        assertTrue(udp.matches("(?s).*: UDP .*:\\d+ of this process, opened at .*ManyKindsSample.udp\\(.*"), udp);
        String two = rehearsal.failure("two").getMessage();
        assertTrue(two.startsWith("this test leaves 2 ports open: "), two);
    }

    @Test
    void aProcessIsNamedWithItsCommand() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "no perl");
        Rehearsal rehearsal = Rehearsal.of(ProcessSample.class);

        String message = rehearsal.failure("leavesAProcess").getMessage();
        assertTrue(
                message.matches(
                        "this test leaves a port open: TCP 127\\.0\\.0\\.1:\\d+ of perl \\(PID \\d+\\): /usr/bin/perl"
                                + " -e .*"),
                message);
    }

    @Test
    void whatTheClassOpensIsTheClassesOwn() {
        Rehearsal rehearsal = Rehearsal.of(ClassSample.class);

        assertEquals(Set.of("ClassSample", "leavesOne"), named(rehearsal));
        String message = rehearsal.failures().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("ClassSample"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getMessage();
        assertTrue(message.startsWith("the class ClassSample leaves a port open: TCP 127.0.0.1:"), message);
    }

    private static Set<String> named(Rehearsal rehearsal) {
        return Set.copyOf(rehearsal.failures().keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('$') + 1))
                .toList());
    }

    @Test
    void anotherFailureStaysTheFirst() {
        Throwable failure = Rehearsal.of(FailingSample.class).failure("fails");
        assertEquals("of its own", failure.getMessage());
        assertTrue(failure.getSuppressed()[0].getMessage().startsWith("this test leaves a port open"));
    }

    @Test
    void theAnnotationHoldsForNestedClassesAndForSingleMethods() {
        assertEquals(Set.of("inner"), Rehearsal.of(OuterSample.class).failures().keySet());
        assertEquals(
                Set.of("watched"), Rehearsal.of(MethodSample.class).failures().keySet());
    }

    @NoPortLeaks
    static class TidySample {

        @Test
        void closes() throws IOException {
            try (ServerSocket server = listen()) {
                assertTrue(server.isBound());
            }
        }

        @Test
        void closesALittleLater() throws IOException {
            ServerSocket server = listen();
            Thread.ofVirtual().start(() -> {
                try (server) {
                    Thread.sleep(100);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class ListenerSample {

        @Test
        void leavesOne() throws IOException {
            leave(listen());
        }

        @Test
        void leavesNone() {
            // What the other test leaves is not told for this one, in whichever order they run.
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class ManyKindsSample {

        @Test
        void channel() throws IOException {
            leave(ServerSocketChannel.open().bind(new InetSocketAddress(0)));
        }

        @Test
        void udp() throws IOException {
            leave(new DatagramSocket());
        }

        @Test
        void two() throws IOException {
            leave(listen());
            leave(listen());
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class ProcessSample {

        @Test
        void leavesAProcess() throws IOException {
            Process process = new ProcessBuilder(
                            "/usr/bin/perl",
                            "-e",
                            "use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen =>"
                                    + " 1); syswrite STDOUT, \"ready\\n"
                                    + "\"; sleep 60")
                    .start();
            leave(process::destroyForcibly);
            assertEquals('r', process.getInputStream().read());
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class ClassSample {

        @BeforeAll
        static void open() throws IOException {
            leave(listen());
        }

        @Test
        void leavesOne() throws IOException {
            leave(listen());
        }

        @Test
        void leavesNone() {
            // What the class has opened is not this test's.
        }
    }

    static class FailingSample {

        @Test
        @NoPortLeaks(patienceMillis = 0)
        void fails() throws IOException {
            leave(listen());
            throw new IllegalStateException("of its own");
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class OuterSample {

        @Nested
        class Inner {

            @Test
            void inner() throws IOException {
                leave(listen());
            }
        }
    }

    static class MethodSample {

        @Test
        @NoPortLeaks(patienceMillis = 0)
        void watched() throws IOException {
            leave(listen());
        }

        @Test
        void notWatched() throws IOException {
            leave(listen());
        }
    }
}
