// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.system.Subscription;

/** Tests against the kernel, in network namespaces that the test makes and removes; the machine's own is left alone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has network namespaces")
class NamespaceTest {

    private static final String NAME = "portio-test-" + ProcessHandle.current().pid();
    private static final int PORT = 8099;
    /** Listens on the port, connects to it, reports that, and waits. */
    private static final String PROGRAM = """
        void main() throws Exception {
            var server = new java.net.ServerSocket(%d, 5, java.net.InetAddress.ofLiteral("127.0.0.1"));
            var client = new java.net.Socket(server.getInetAddress(), server.getLocalPort());
            var accepted = server.accept();
            IO.println("ready");
            System.in.read();
        }
        """.formatted(PORT);

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final List<Process> started = new ArrayList<>();
    private Path program;

    @BeforeEach
    void makeANamespace() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        assumeTrue(run("ip", "netns", "add", NAME) == 0, "ip cannot make a network namespace here (Debian: iproute2)");
        run("ip", "-n", NAME, "link", "set", "lo", "up");
        program = Files.createTempFile("Sockets", ".java");
        Files.writeString(program, PROGRAM);
    }

    @AfterEach
    void removeWhatWasMade() throws Exception {
        for (Process process : started) {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        if (program != null) {
            Files.delete(program);
            run("ip", "netns", "del", NAME);
        }
    }

    @Test
    void seesSocketsOfANamedNamespaceWithTheirOwner() throws Exception {
        Process process = start("ip", "netns", "exec", NAME);

        List<Connection> rows = rows(row -> row.namespace().equals(NAME));

        assertEquals(3, rows.size(), rows::toString);
        for (Connection row : rows) {
            assertEquals(
                    List.of(process.pid()),
                    row.owners().stream().map(ProcessInfo::pid).toList());
        }
        assertEquals(1, rows.stream().filter(Connection::isListening).count());
    }

    @Test
    void aListenerIsToldOfAllNamespacesAndOfWhatClosesThere() throws Exception {
        Process process = start("ip", "netns", "exec", NAME);
        BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();
        BlockingQueue<Connection> closed = new LinkedBlockingQueue<>();
        ConnectionListener listener = new ConnectionListener() {
            @Override
            public void refreshed(Snapshot snapshot, Delta delta) {
                snapshots.add(snapshot);
                delta.closed().stream()
                        .filter(row -> row.namespace().equals(NAME) && row.isListening())
                        .forEach(closed::add);
            }

            @Override
            public void failed(ConnectionException failure) {
                throw new AssertionError(failure);
            }
        };
        try (Subscription _ =
                ConnectionMonitor.over(List.of(source)).subscribeToAllNamespaces(Duration.ofMillis(100), listener)) {
            Snapshot first = snapshots.poll(30, TimeUnit.SECONDS);
            assertNotNull(first);
            assertTrue(first.connections().stream()
                    .anyMatch(row -> row.namespace().equals(NAME)
                            && row.owners().getFirst().pid() == process.pid()));
            process.destroyForcibly();
            assertNotNull(closed.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void seesANamespaceWithoutANameAndItsOwnBesides() throws Exception {
        Process process = start("unshare", "--net", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
        String expected = Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/ns/net"))
                .toString();
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Snapshot snapshot = source.readAllNamespaces();

            assertEquals(
                    3,
                    snapshot.connections().stream()
                            .filter(row -> row.namespace().equals(expected))
                            .count());
            assertTrue(snapshot.connections().stream()
                    .anyMatch(row -> row.namespace().isEmpty() && row.local().port() == own.getLocalPort()));
        }
        assertFalse(source.read().connections().stream()
                .anyMatch(row -> !row.namespace().isEmpty()));
    }

    @Test
    void tellsDetailsOfASocketInAnotherNamespace() throws Exception {
        start("ip", "netns", "exec", NAME);
        Connection row = rows(candidate -> candidate.namespace().equals(NAME)
                        && candidate.state() == TcpState.ESTABLISHED
                        && candidate.local().port() == PORT)
                .getFirst();

        assertNotNull(source.details(row).orElseThrow().tcp());
        // Another source has not listed the namespaces, but also finds it.
        assertNotNull(new LinuxConnectionSource().details(row).orElseThrow().tcp());

        removeWhatWasMade();
        program = null;
        started.clear();
        assertEquals(Optional.empty(), source.details(row));
    }

    @Test
    void doesNotKeepANamespaceThatHasBeenRemoved() throws Exception {
        source.readAllNamespaces();
        run("ip", "netns", "del", NAME);

        assertTrue(rows(row -> row.namespace().equals(NAME)).isEmpty());
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            assertTrue(descriptors.noneMatch(NamespaceTest::isNamespace), "a namespace is still open");
        }
    }

    private static boolean isNamespace(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("net:");
        } catch (java.io.IOException _) {
            return false;
        }
    }

    private List<Connection> rows(Predicate<Connection> wanted) throws Exception {
        return source.readAllNamespaces().connections().stream().filter(wanted).toList();
    }

    /** Starts the program by this command, and waits until its sockets exist. */
    private Process start(String... command) throws Exception {
        List<String> whole = new ArrayList<>(List.of(command));
        whole.addAll(List.of(System.getProperty("java.home") + "/bin/java", program.toString()));
        Process process = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        BufferedReader out = process.inputReader();
        assertEquals("ready", out.readLine());
        return process;
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (java.io.IOException _) {
            return -1;
        }
    }
}
