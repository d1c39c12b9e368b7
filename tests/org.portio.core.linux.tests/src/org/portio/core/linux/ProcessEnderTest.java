// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.HeldPort;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.system.ActionLog;

/** Ends real processes, all of them this test's own, that have real sockets on loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class ProcessEnderTest {

    private static final String ADDRESS = "127.0.0.1";
    private static final PortAftermath FREE = new PortAftermath(State.FREE, "", List.of());

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    private final Processes processes = Processes.ofSystem();
    private ProcessEnder ender;
    private final Programs programs = new Programs();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsPerl() {
        Programs.assumePerl();
        ender = ProcessEnder.over(processes, monitor, _ -> "", new ActionLog(folder));
    }

    @AfterEach
    void endPrograms() throws Exception {
        programs.close();
    }

    @Test
    void endsAListenerAndSaysThatThePortIsFree() throws Exception {
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);

        assertFree(end(process.pid(), port, false));
        assertEquals(128 + 15, process.waitFor());
        List<String> notes = Files.readAllLines(folder.resolve("port_logs.txt"));
        assertEquals(1, notes.size(), notes.toString());
        String note = "action=kill what=\"perl (PID " + process.pid() + ") on TCP " + port + "\" by=SIGTERM";
        assertTrue(notes.getFirst().endsWith(note + " result=\"ended\""), notes.toString());
        programs.listen(ADDRESS, port);
    }

    @Test
    void aPortIsNeverTakenForOneThatBeginsLikeIt() throws Exception {
        int port = 3000;
        while (!isFree(port) || !isFree(10 * port + 1)) {
            port++;
        }
        Process process = programs.listen(ADDRESS, port);
        Process other = programs.listen(ADDRESS, 10 * port + 1);

        assertEquals(Outcome.PORT_LEFT, outcome(end(other.pid(), port, true)));
        assertEquals(Outcome.PORT_LEFT, outcome(end(process.pid(), 10 * port + 1, true)));
        assertTrue(process.isAlive() && other.isAlive());
        assertFree(end(process.pid(), port, false));
        assertTrue(other.isAlive());
    }

    private static boolean isFree(int port) {
        try (var socket = new java.net.ServerSocket(port, 1, java.net.InetAddress.ofLiteral(ADDRESS))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void oneThatIgnoresTheRequestStillRunsAndIsEndedByForce() throws Exception {
        int port = Programs.freePort();
        Process process = programs.perl(Programs.listening("$SIG{TERM} = 'IGNORE';"), ADDRESS, port);
        EndRequest request = new EndRequest(
                List.of(info(process.pid())), new HeldPort(port, null), false, false, Duration.ofMillis(300));

        EndResult result = ender.end(request);
        assertEquals(List.of(new End(info(process.pid()), Outcome.STILL_RUNNING, "")), result.ends());
        assertEquals(null, result.port());
        assertTrue(process.isAlive());
        assertFree(end(process.pid(), port, true));
        assertEquals(128 + 9, process.waitFor());
    }

    @Test
    void aSupervisorThatStartsItAgainIsNamed() throws Exception {
        int port = Programs.freePort();
        Process supervisor =
                programs.start(List.of("sh", "-c", "while :; do \"$@\"; done", "sh"), Programs.LISTEN, ADDRESS, port);
        long before = supervisor.children().findFirst().orElseThrow().pid();

        EndResult result = end(before, port, false);

        long after = supervisor.children().findFirst().orElseThrow().pid();
        assertEquals(Outcome.ENDED, outcome(result));
        assertEquals(State.TAKEN, result.port().state());
        assertEquals(
                "perl (PID " + after + ") has the port: sh (PID " + supervisor.pid() + ") started it; end that first",
                result.port().detail());
    }

    @Test
    void aChildThatKeepsThePortIsNamed() throws Exception {
        int port = Programs.freePort();
        Process process = programs.perl(Programs.listening("if (!fork) { sleep 600 }"), ADDRESS, port);
        ProcessHandle child = process.children().findFirst().orElseThrow();
        try {
            EndResult result = end(process.pid(), port, false);

            assertEquals(Outcome.ENDED, outcome(result));
            assertEquals(State.TAKEN, result.port().state());
            assertEquals(
                    "perl (PID " + child.pid() + ") has the port: it is a child of the process that has ended",
                    result.port().detail());
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void whoSharedThePortIsNamedAndNotSaidToBeStartedAgain() throws Exception {
        int port = Programs.freePort();
        Process process = programs.perl(Programs.LISTEN, ADDRESS, port, 1);
        Process other = programs.perl(Programs.LISTEN, ADDRESS, port, 1);

        EndResult result = end(process.pid(), port, false);

        assertEquals(Outcome.ENDED, outcome(result));
        assertEquals(State.TAKEN, result.port().state());
        assertTrue(
                result.port().detail().startsWith("perl (PID " + other.pid() + ") has the port"),
                result.port().detail());
    }

    @Test
    void whatOthersHaveAtAnotherAddressDoesNotMatter() throws Exception {
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);
        Process other = programs.listen("127.0.0.2", port);

        assertFree(end(process.pid(), port, false));
        assertTrue(other.isAlive());
    }

    @Test
    void oneWhoseParentDoesNotAskForItHasEndedAllTheSame() throws Exception {
        int port = Programs.freePort();
        String careless = "if (!fork) { exec $^X, '-e', @ARGV } sleep 600 while 1;";
        Process parent = programs.perl(careless, Programs.LISTEN, ADDRESS, port);
        long child = parent.children().findFirst().orElseThrow().pid();
        ProcessInfo process = info(child);

        assertFree(end(child, port, false));
        assertTrue(processes.read(child).isPresent(), "no zombie is left: the test does not test what it should");
        EndRequest again = new EndRequest(List.of(process), null, true, false, Duration.ofSeconds(5));
        assertEquals(Outcome.GONE, outcome(ender.end(again)));
    }

    @Test
    void aProcessThatHasEndedIsGone() throws Exception {
        Process process = programs.listen(ADDRESS, Programs.freePort());
        ProcessInfo info = info(process.pid());
        process.destroyForcibly().waitFor();

        assertEquals(
                Outcome.GONE,
                outcome(ender.end(new EndRequest(List.of(info), null, true, false, Duration.ofSeconds(5)))));
    }

    @Test
    void anotherProcessWithThatPidIsNotTouched() throws Exception {
        Process process = programs.listen(ADDRESS, Programs.freePort());
        ProcessInfo now = info(process.pid());
        ProcessInfo before = new ProcessInfo(
                now.pid(),
                now.startTime().minusMillis(10),
                now.name(),
                now.commandLine(),
                now.executable(),
                now.user(),
                now.parentPid());

        assertEquals(
                Outcome.GONE,
                outcome(ender.end(new EndRequest(List.of(before), null, true, false, Duration.ofSeconds(5)))));
        assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void anotherUsersProcessIsDeniedAndItsOwnerSaid() throws Exception {
        Programs.assumeNobody();
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);

        assertEquals(
                "DENIED: perl (PID " + process.pid() + ") belongs to user root; end it as that user or with sudo\n",
                Programs.asNobody("end", String.valueOf(process.pid()), "0"));
        assertEquals(
                "DENIED: you are not allowed to see the process on port " + port + "; run it with sudo\n",
                Programs.asNobody("end", String.valueOf(process.pid()), String.valueOf(port)));
        assertTrue(process.isAlive());
    }

    @Test
    void tellsBeforehandWhatWouldBeHit() throws Exception {
        int port = Programs.freePort();
        Process process = programs.perl(
                Programs.listening("if (!fork) { exec 'sleep', 600 } our @all; for (1..2) {"
                        + " push @all, IO::Socket::INET->new(PeerAddr => $ARGV[0], PeerPort => $ARGV[1]),"
                        + " scalar $server->accept }"),
                ADDRESS,
                port);

        EndImpact impact = ender.impact(info(process.pid()), monitor.snapshot());

        assertEquals("", impact.refusal());
        assertEquals(
                List.of(port),
                impact.ports().stream().map(row -> row.local().port()).toList());
        assertEquals(2, impact.clients());
        assertEquals(
                process.children().map(ProcessHandle::pid).toList(),
                impact.children().stream().map(ProcessInfo::pid).toList());
    }

    private EndResult end(long pid, int port, boolean force) throws Exception {
        return ender.end(new EndRequest(
                List.of(info(pid)), new HeldPort(port, Protocol.TCP), force, false, Duration.ofSeconds(10)));
    }

    private static Outcome outcome(EndResult result) {
        return result.ends().getFirst().outcome();
    }

    private static void assertFree(EndResult result) {
        assertEquals(Outcome.ENDED, outcome(result));
        assertEquals(FREE, result.port());
    }

    private ProcessInfo info(long pid) {
        return processes.read(pid).orElseThrow();
    }
}
