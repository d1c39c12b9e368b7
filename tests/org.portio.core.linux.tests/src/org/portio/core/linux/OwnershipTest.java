// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.testing.Lab;

/** Sockets whose owner is not visible, each in the situation that hides it. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class OwnershipTest {

    /** Its main thread ends, as by pthread_exit(3); another one lives on and reports that it is ready. */
    private static final String WITHOUT_MAIN_THREAD = """
            import ctypes, socket, threading, time, sys
            s = socket.socket(); s.bind(('127.0.0.1', int(sys.argv[1]))); s.listen(5)
            threading.Thread(target=lambda: (print('ready', flush=True), time.sleep(600))).start()
            ctypes.CDLL(None).pthread_exit(None)
            """;
    /** A thread gets a descriptor table of its own (unshare with CLONE_FILES), and then listens. */
    private static final String THREAD_WITH_ITS_OWN = """
            import ctypes, socket, threading, time, sys
            def serve():
                assert ctypes.CDLL(None).unshare(0x400) == 0
                s = socket.socket(); s.bind(('127.0.0.1', int(sys.argv[1]))); s.listen(5)
                print('ready', flush=True); time.sleep(600)
            threading.Thread(target=serve).start(); time.sleep(600)
            """;

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final Programs programs = new Programs();
    private int port;

    @BeforeEach
    void needsRoot() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make these situations");
        port = Programs.freePort();
    }

    @AfterEach
    void endPrograms() throws Exception {
        programs.close();
    }

    @Test
    void isFoundThoughItsMainThreadHasEnded() throws Exception {
        assertOwnedBy(python(WITHOUT_MAIN_THREAD));
    }

    @Test
    void isFoundThoughOnlyOneOfItsThreadsHasTheSocket() throws Exception {
        assertOwnedBy(python(THREAD_WITH_ITS_OWN));
    }

    @Test
    void isFoundInAThreadAlsoByAReaderThatHasReadBefore() throws Exception {
        source.read();
        Process process = python(THREAD_WITH_ITS_OWN);

        assertOwnedBy(process);
        process.destroyForcibly().waitFor();
        assertTrue(rows().isEmpty(), () -> rows().toString());
    }

    private Process python(String program) throws Exception {
        Lab.assumeProgram("python3", "python3");
        return programs.run(List.of("python3", "-c", program, String.valueOf(port)));
    }

    private void assertOwnedBy(Process process) {
        assertEquals(
                List.of(process.pid()),
                rows().getFirst().owners().stream().map(ProcessInfo::pid).toList());
        assertEquals(Ownership.KNOWN, rows().getFirst().ownership());
    }

    @Test
    void isOutsideForOneWhoIsInAPidNamespace() throws Exception {
        try (ServerSocket _ = listener()) {
            String answer = owner("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");

            assertTrue(answer.startsWith("OUTSIDE \n"), answer);
            assertTrue(answer.endsWith(" outside this container"), answer);
        }
    }

    @Test
    void isHiddenFromRootWhoLacksACapability() throws Exception {
        try (ServerSocket _ = listener()) {
            String answer = owner("setpriv", "--bounding-set", "-sys_ptrace", "--inh-caps", "-all");

            assertTrue(answer.startsWith("HIDDEN \n"), answer);
            assertTrue(answer.contains("the capability CAP_SYS_PTRACE is missing"), answer);
            assertFalse(answer.contains("privileges"), answer);
        }
    }

    @Test
    void isHiddenFromAnotherUserAlsoWhereProcDoesNotEvenListTheProcess() throws Exception {
        Programs.assumeNobody();
        try (ServerSocket _ = listener()) {
            String hidden = "mount -t proc -o hidepid=invisible proc /proc && exec setpriv --reuid 65534 --regid 65534"
                    + " --clear-groups \"$@\"";
            String answer = owner("unshare", "--mount", "sh", "-c", hidden, "sh");

            assertTrue(answer.startsWith("HIDDEN \n"), answer);
            assertTrue(answer.contains("run with privileges; /proc is mounted with hidepid"), answer);
        }
    }

    @Test
    void isTheKernelForATunnelAlsoWhereProcessesMayBeOutside() throws Exception {
        String tunnel = "ip link set lo up && ip link add tunnel type vxlan id 7 dstport " + port
                + " dev lo && ip link set tunnel up && exec \"$@\"";
        List<String> inNetwork = List.of("unshare", "--net", "sh", "-c", tunnel, "sh");
        assumeTrue(run(inNetwork, "true").isEmpty(), "this kernel has no vxlan");

        String answer = owner(Stream.concat(
                        Stream.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc"), inNetwork.stream())
                .toArray(String[]::new));

        assertEquals("KERNEL vxlan tunnel\n", answer);
    }

    @Test
    void isNoneAndOfNoKnownUserInTimeWait() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket(server.getInetAddress(), port);
                Socket accepted = server.accept()) {
            accepted.close();
            client.close();
            Connection left = Stream.generate(this::rows)
                    .flatMap(List::stream)
                    .filter(row -> row.state() == TcpState.TIME_WAIT)
                    .findFirst()
                    .orElseThrow();

            assertEquals(Ownership.NONE, left.ownership());
            assertNull(left.user());
        }
    }

    private ServerSocket listener() throws Exception {
        return new ServerSocket(port, 5, InetAddress.ofLiteral("127.0.0.1"));
    }

    private List<Connection> rows() {
        try {
            return source.read().connections().stream()
                    .filter(row -> row.local().port() == port)
                    .toList();
        } catch (org.portio.core.ConnectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String owner(String... by) throws Exception {
        String trial = run(List.of(by), "true");
        assumeTrue(trial.isEmpty(), "the situation cannot be made here: " + trial);
        List<String> java = Programs.java(Errand.class, "owner", String.valueOf(port));
        return run(List.of(by), java.toArray(String[]::new));
    }

    private static String run(List<String> by, String... command) throws Exception {
        String output =
                Programs.output(Stream.concat(by.stream(), Stream.of(command)).toList());
        return output.endsWith("\n\n") ? output.substring(0, output.length() - 1) : output.stripTrailing();
    }
}
