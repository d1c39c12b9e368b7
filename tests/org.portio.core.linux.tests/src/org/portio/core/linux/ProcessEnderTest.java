// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;

/** Ends real processes, all of them this test's own, that have real sockets on loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class ProcessEnderTest {

    private static final String ADDRESS = "127.0.0.1";
    private static final EndResult ENDED = new EndResult(Outcome.ENDED, "");

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    private final Processes processes = Processes.ofSystem();
    private final ProcessEnder ender = ProcessEnder.over(processes, monitor, _ -> "");
    private final Programs programs = new Programs();

    @BeforeEach
    void needsPerl() {
        Programs.assumePerl();
    }

    @AfterEach
    void endPrograms() throws Exception {
        programs.close();
    }

    @Test
    void endsAListenerAndSaysThatThePortIsFree() throws Exception {
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);

        assertEquals(ENDED, end(process.pid(), port, false));
        assertEquals(128 + 15, process.waitFor());
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

        assertEquals(Outcome.PORT_LEFT, end(other.pid(), port, true).outcome());
        assertEquals(Outcome.PORT_LEFT, end(process.pid(), 10 * port + 1, true).outcome());
        assertTrue(process.isAlive() && other.isAlive());
        assertEquals(ENDED, end(process.pid(), port, false));
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
        EndRequest request = new EndRequest(info(process.pid()), port, null, false, Duration.ofMillis(300));

        assertEquals(new EndResult(Outcome.STILL_RUNNING, ""), ender.end(request));
        assertTrue(process.isAlive());
        assertEquals(ENDED, end(process.pid(), port, true));
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
        assertEquals(Outcome.PORT_TAKEN, result.outcome());
        assertEquals(
                "perl (pid " + after + ") has the port: sh (pid " + supervisor.pid()
                        + ") has started it; end that first",
                result.detail());
    }

    @Test
    void aChildThatKeepsThePortIsNamed() throws Exception {
        int port = Programs.freePort();
        Process process = programs.perl(Programs.listening("if (!fork) { sleep 600 }"), ADDRESS, port);
        ProcessHandle child = process.children().findFirst().orElseThrow();
        try {
            EndResult result = end(process.pid(), port, false);

            assertEquals(Outcome.PORT_TAKEN, result.outcome());
            assertEquals(
                    "perl (pid " + child.pid() + ") has the port: it is a child of the one that has ended",
                    result.detail());
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

        assertEquals(Outcome.PORT_TAKEN, result.outcome());
        assertTrue(result.detail().startsWith("perl (pid " + other.pid() + ") has the port"), result.detail());
    }

    @Test
    void whatOthersHaveAtAnotherAddressDoesNotMatter() throws Exception {
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);
        Process other = programs.listen("127.0.0.2", port);

        assertEquals(ENDED, end(process.pid(), port, false));
        assertTrue(other.isAlive());
    }

    @Test
    void oneWhoseParentDoesNotAskForItHasEndedAllTheSame() throws Exception {
        int port = Programs.freePort();
        String careless = "if (!fork) { exec $^X, '-e', @ARGV } sleep 600 while 1;";
        Process parent = programs.perl(careless, Programs.LISTEN, ADDRESS, port);
        long child = parent.children().findFirst().orElseThrow().pid();
        ProcessInfo process = info(child);

        assertEquals(ENDED, end(child, port, false));
        assertTrue(processes.read(child).isPresent(), "no zombie is left: the test does not test what it should");
        EndRequest again = new EndRequest(process, 0, null, true, Duration.ofSeconds(5));
        assertEquals(Outcome.GONE, ender.end(again).outcome());
    }

    @Test
    void aProcessThatHasEndedIsGone() throws Exception {
        Process process = programs.listen(ADDRESS, Programs.freePort());
        ProcessInfo info = info(process.pid());
        process.destroyForcibly().waitFor();

        assertEquals(
                Outcome.GONE,
                ender.end(new EndRequest(info, 0, null, true, Duration.ofSeconds(5)))
                        .outcome());
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
                ender.end(new EndRequest(before, 0, null, true, Duration.ofSeconds(5)))
                        .outcome());
        assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void anotherUsersProcessIsDeniedAndItsOwnerSaid() throws Exception {
        Programs.assumeNobody();
        int port = Programs.freePort();
        Process process = programs.listen(ADDRESS, port);

        assertEquals(
                "DENIED: perl (pid " + process.pid() + ") belongs to user root; end it as that user or with sudo\n",
                Programs.asNobody("end", String.valueOf(process.pid()), "0"));
        assertEquals(
                "DENIED: who has port " + port + " is hidden from this user; run it with sudo\n",
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
        return ender.end(new EndRequest(info(pid), port, Protocol.TCP, force, Duration.ofSeconds(10)));
    }

    private ProcessInfo info(long pid) {
        return processes.read(pid).orElseThrow();
    }
}
