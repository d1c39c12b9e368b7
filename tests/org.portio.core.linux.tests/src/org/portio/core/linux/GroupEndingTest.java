// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.HeldPort;
import org.portio.core.process.PortAftermath.State;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.ProcessState;
import org.portio.core.process.Processes;
import org.portio.testing.ScratchActions;

/** Ends real groups of processes, all of them this test's own, and judges their port when all have ended. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class GroupEndingTest {

    private static final String ADDRESS = "127.0.0.1";

    /** Two workers that share the listener. */
    private static final String PREFORK = Programs.listening("for (1..2) { if (!fork) { sleep 600 while 1 } }");

    /** The listener is made as the user nobody, as it is when that user has handed it over. */
    private static final String HANDED = "$) = 65534; $> = 65534;" + Programs.listening("$> = 0;");

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    private final Processes processes = Processes.ofSystem();
    private final ProcessEnder ender = ProcessEnder.over(processes, monitor, _ -> "", ScratchActions.log());
    private final Programs programs = new Programs();

    @BeforeEach
    void needsPerl() {
        Programs.assumePerl();
    }

    @AfterEach
    void endPrograms() throws Exception {
        programs.close();
    }

    private List<ProcessInfo> holders(HeldPort port) throws ConnectionException {
        return monitor.snapshot().connections().stream()
                .filter(port::isAt)
                .flatMap(socket -> socket.owners().stream())
                .map(ProcessInfo::pid)
                .distinct()
                .flatMap(pid -> processes.read(pid).stream())
                .toList();
    }

    private EndResult end(HeldPort port, boolean handed) throws ConnectionException {
        HeldPort seen = port.with(monitor.snapshot().connections());
        return ender.end(new EndRequest(holders(port), seen, false, handed, Duration.ofSeconds(20)));
    }

    private static HeldPort tcp(int port) {
        return new HeldPort(port, Protocol.TCP);
    }

    private static HeldPort at(int port, String address) {
        return new HeldPort(port, Protocol.TCP, AddressParser.parse(address, port), List.of());
    }

    private void assertAllEnded(int expected, EndResult result) {
        assertEquals(expected, result.ends().size());
        assertTrue(result.ends().stream().allMatch(end -> end.outcome().isDone()), result::toString);
        assertEquals(State.FREE, result.port().state(), result::toString);
    }

    @Test
    void aParentAndItsWorkersLeaveTheirPortFree() throws Exception {
        int port = Programs.freePort();
        programs.perl(PREFORK, ADDRESS, port);

        assertAllEnded(3, end(tcp(port), false));
    }

    @Test
    void thoseThatShareAPortBySeveralSocketsLeaveItFree() throws Exception {
        int port = Programs.freePort();
        programs.perl(Programs.LISTEN, ADDRESS, port, 1);
        programs.perl(Programs.LISTEN, ADDRESS, port, 1);
        programs.perl(Programs.LISTEN, "127.0.0.2", port, 1);
        programs.perl(Ipv6SwitchedTest.LISTEN, "::1", port);

        assertAllEnded(4, end(tcp(port), false));
    }

    @Test
    void theAddressChooses() throws Exception {
        int port = Programs.freePort();
        programs.listen(ADDRESS, port);
        Process other = programs.listen("127.0.0.2", port);
        programs.perl(Ipv6SwitchedTest.LISTEN, "::1", port);

        assertAllEnded(2, end(at(port, "localhost"), false));
        assertTrue(other.isAlive());
        assertEquals(List.of(), holders(at(port, "*")));
        assertAllEnded(1, end(at(port, "127.0.0.2"), false));
    }

    @Test
    void oneThatIsNotEndedKeepsThePort() throws Exception {
        int port = Programs.freePort();
        Process first = programs.perl(Programs.LISTEN, ADDRESS, port, 1);
        Process second = programs.perl(Programs.LISTEN, ADDRESS, port, 1);
        ProcessEnder careful = ProcessEnder.over(
                processes, monitor, pid -> pid == second.pid() ? "it is the keeper" : "", ScratchActions.log());

        EndResult result =
                careful.end(new EndRequest(holders(tcp(port)), tcp(port), false, false, Duration.ofSeconds(20)));

        assertEquals(Outcome.ENDED, outcome(result, first));
        assertEquals(Outcome.REFUSED, outcome(result, second));
        assertEquals(State.TAKEN, result.port().state());
        assertEquals(second.pid(), result.port().holders().getFirst().pid());
    }

    private static Outcome outcome(EndResult result, Process process) {
        return result.ends().stream()
                .filter(end -> end.process().pid() == process.pid())
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    void whatConnectionsLeaveBehindIsToldWithItsTime() throws Exception {
        int port = Programs.freePort();
        // The server ends the connections first.
        programs.perl(Programs.listening("if (!fork) { while (my $c = $server->accept) { close $c } }"), ADDRESS, port);
        leaveBehind(3, port);

        EndResult result = end(tcp(port), false);

        assertEquals(State.FREE_WITH_REUSE, result.port().state(), result::toString);
        String detail = result.port().detail();
        List<String> left = timeWaits(port);
        assertTrue(
                detail.matches("nobody listens on TCP " + port + " any more; " + left.size()
                        + " connections are in TIME-WAIT for up to"
                        + " \\d+ s, during which a server without SO_REUSEADDR cannot bind it"),
                () -> detail + "; the kernel shows " + left);
    }

    /**
     * Connects until the kernel shows this many in TIME-WAIT. The kernel decides how many stay: on a busy machine one
     * of two was missing.
     */
    private static void leaveBehind(int count, int port) throws IOException {
        long last = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (timeWaits(port).size() < count) {
            assertTrue(System.nanoTime() < last, () -> "the kernel shows " + timeWaits(port));
            try (Socket client = new Socket(InetAddress.ofLiteral(ADDRESS), port)) {
                assertEquals(-1, client.getInputStream().read());
            }
        }
    }

    /** Returns the kernel's older list, which PortIO does not read. */
    private static List<String> timeWaits(int port) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/net/tcp"))) {
            String timeWait = "\\s*\\d+: [0-9A-F]{8}:%04X [0-9A-F:]+ 06 .*".formatted(port);
            return lines.filter(line -> line.matches(timeWait)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void oneOfAnotherUserThatWasOnlyHandedTheSocketIsLeftAloneUnlessMeant() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may become another user");
        int port = Programs.freePort();
        Process process = programs.perl(HANDED, ADDRESS, port);
        ProcessInfo info = processes.read(process.pid()).orElseThrow();

        assertTrue(ender.impact(info, monitor.snapshot()).isHanded(tcp(port)));
        EndResult result = end(tcp(port), false);
        assertEquals(Outcome.HANDED, outcome(result, process));
        assertEquals(
                "perl (PID " + process.pid() + ") of user root was only handed the socket, which user nobody made",
                result.ends().getFirst().detail());
        assertTrue(process.isAlive());

        assertAllEnded(1, end(tcp(port), true));
    }

    @Test
    void whatRootHasMadeWasGivenAway() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may become another user");
        int port = Programs.freePort();
        programs.perl(Programs.listening("$) = 65534; $( = 65534; $< = $> = 65534;"), ADDRESS, port);

        assertAllEnded(1, end(tcp(port), false));
    }

    @Test
    void aStoppedProcessIsContinuedSoThatItEnds() throws Exception {
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);
        signal(process, "STOP");
        ProcessInfo info = processes.read(process.pid()).orElseThrow();
        assertEquals(
                ProcessState.STOPPED, ender.impact(info, monitor.snapshot()).state());

        EndResult result = end(tcp(port), false);

        assertAllEnded(1, result);
        assertEquals(
                "it was stopped, and was continued (SIGCONT) so that it could end",
                result.ends().getFirst().detail());
    }

    private void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        ProcessInfo info = processes.read(process.pid()).orElseThrow();
        while (processes.state(info) != ProcessState.STOPPED) {
            Thread.onSpinWait();
        }
    }
}
