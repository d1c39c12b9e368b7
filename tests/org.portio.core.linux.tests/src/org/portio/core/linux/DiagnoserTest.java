// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.SocketTimer;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.FindingProvider;

/** Reasons for which ports cannot be bound, each made for real. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class DiagnoserTest {

    private static final String THIS = "java (PID " + ProcessHandle.current().pid() + ")";

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    private final Diagnoser diagnoser = Diagnoser.over(monitor, List.of());

    @ParameterizedTest
    @CsvSource({
        "LISTENER_ON_ALL_IPV4, LISTENER, listens on 0.0.0.0:PORT",
        "LISTENER_ON_IPV4_LOOPBACK, LISTENER, listens on 127.0.0.1:PORT",
        "LISTENER_ON_IPV6_LOOPBACK, LISTENER, listens on [::1]:PORT",
        "LISTENER_ON_ALL, LISTENER, listens on [::]:PORT",
        "NOT_YET_ACCEPTED, LISTENER, listens on 127.0.0.1:PORT",
        "BOUND, BOUND, 'has bound 127.0.0.1:PORT, without listening'",
        "BOUND_WITH_REUSE, BOUND, 'has bound 127.0.0.1:PORT, without listening'",
        "BOUND_ON_ALL_REUSE_TURNED_OFF, BOUND, 'has bound [::]:PORT, without listening'",
        "UDP, LISTENER, listens on 127.0.0.1:PORT",
        "UDP_WITH_REUSE, LISTENER, listens on 127.0.0.1:PORT",
    })
    void whoHasThePortIsNamedAndNobodyIsToldToEndWhatPortioWouldNotEnd(Situation.Kind situation, Kind kind, String what)
            throws Exception {
        Finding finding = onlyBlocking(situation);

        assertEquals(kind, finding.kind());
        assertTrue(
                finding.what()
                        .matches(Pattern.quote(THIS + " " + what.replace("PORT", "~"))
                                        .replace("~", "\\E\\d+\\Q")
                                + "; PID \\d+ is PortIO itself"),
                finding::toString);
        assertEquals("", finding.remedy());
        assertFalse(finding.inferred());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED_AND_LISTENER_GONE, CONNECTION, nobody listens, a service without SO_REUSEADDR cannot bind the port",
        "ACCEPTED_WITHOUT_REUSE_AND_LISTENER_GONE, CONNECTION, nobody listens, not even with SO_REUSEADDR",
        "CLOSE_WAIT_OF_A_PROCESS, CONNECTION, nobody listens, a service without SO_REUSEADDR cannot bind the port",
        "OUTGOING, CONNECTION, nobody listens, not even with SO_REUSEADDR",
        "TIME_WAIT_OF_A_SERVER, LEFTOVER, left the port behind in TIME-WAIT, a service without SO_REUSEADDR"
                + " cannot bind the port",
        "TIME_WAIT_OF_A_CLIENT, LEFTOVER, left the port behind in TIME-WAIT, not even with SO_REUSEADDR",
        "FIN_WAIT_WITHOUT_PROCESS, LEFTOVER, left the port behind, a service without SO_REUSEADDR cannot bind the port",
    })
    void whatIsInTheWayAndForWhomIsSaid(Situation.Kind situation, Kind kind, String what, String whom)
            throws Exception {
        Finding finding = onlyBlocking(situation);

        assertEquals(kind, finding.kind());
        assertTrue(finding.what().contains(what), finding::toString);
        assertTrue(finding.what().endsWith(whom), finding::toString);
    }

    /**
     * If the listener is also in the way, a failed bind proves nothing about the leftover, and its end would not
     * help.
     */
    @Test
    void leftoverBesideAListenerIsNotToBlame() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.TIME_WAIT_OF_A_SERVER);
                ServerSocket listener = new ServerSocket()) {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(situation.port()));

            Finding leftover = diagnose(situation.port()).findings().stream()
                    .filter(finding -> finding.kind() == Kind.LEFTOVER)
                    .findFirst()
                    .orElseThrow();

            assertEquals(Finding.Weight.TELLS, leftover.weight());
            assertFalse(leftover.what().contains("SO_REUSEADDR"), leftover.what());
            assertEquals("", leftover.remedy());
        }
    }

    @Test
    void theTimeThatALeftoverStaysIsRight() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.TIME_WAIT_OF_A_SERVER)) {
            String what = blocking(diagnose(situation.port())).getFirst().what();
            Matcher matcher = Pattern.compile("in TIME-WAIT for up to (\\d+) s").matcher(what);
            assertTrue(matcher.find(), what);

            Connection leftover = monitor.snapshot().connections().stream()
                    .filter(row -> row.local().port() == situation.port())
                    .findFirst()
                    .orElseThrow();
            SocketTimer timer = monitor.details(leftover).orElseThrow().timer();
            long seconds = timer.remaining().toSeconds();
            assertTrue(Math.abs(seconds - Long.parseLong(matcher.group(1))) <= 2, () -> what + timer);
            // The kernel keeps it for a minute (TCP_TIMEWAIT_LEN).
            assertTrue(seconds >= 50 && seconds <= 60, timer::toString);
        }
    }

    @Test
    void aListenerOnAnotherAddressIsToldAndDoesNotBlock() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.LISTENER_ON_IPV6_LOOPBACK)) {
            Diagnosis diagnosis = diagnoser.diagnose(situation.port(), Protocol.TCP, "127.0.0.1");

            assertTrue(diagnosis.isFree(), diagnosis::toString);
            assertEquals(
                    Weight.TELLS,
                    diagnosis.findings().stream()
                            .filter(finding -> finding.kind() == Kind.LISTENER)
                            .findFirst()
                            .orElseThrow()
                            .weight());
        }
    }

    @Test
    void anAddressThatThisMachineDoesNotHaveIsSaid() throws Exception {
        Diagnosis diagnosis = diagnoser.diagnose(Programs.freePort(), Protocol.TCP, "192.0.2.1");

        assertEquals(
                List.of("192.0.2.1 is not an address of this machine"),
                blocking(diagnosis).stream().map(Finding::what).toList());
        assertEquals(
                "not an address of this machine", diagnosis.scopes().getFirst().why());
    }

    @ParameterizedTest
    @CsvSource({"host.example, is not an IP address", "1.2.3.4.5, is not an IP address", "fe80::1, such as fe80::1%eth0"
    })
    void whatIsNoAddressIsRefused(String text, String message) {
        ConnectionException refusal =
                assertThrows(ConnectionException.class, () -> diagnoser.diagnose(80, Protocol.TCP, text));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void privilegesThatRootHasAreToldOnly() throws Exception {
        Finding finding = diagnose(1).findings().stream()
                .filter(candidate -> candidate.kind() == Kind.PRIVILEGED)
                .findFirst()
                .orElseThrow();

        boolean root = "root".equals(System.getProperty("user.name"));
        assertEquals(root ? Weight.TELLS : Weight.BLOCKS, finding.weight());
    }

    @Test
    void anotherUserIsToldOfPrivilegesAndThatOwnersAreHidden() throws Exception {
        Programs.assumeNobody();
        int low = 1023;
        try (Situation situation = Situation.of(Situation.Kind.LISTENER_ON_IPV4_LOOPBACK)) {
            String privileged = Programs.asNobody("why", String.valueOf(low));
            String hidden = Programs.asNobody("why", String.valueOf(situation.port()));

            assertTrue(
                    privileged.contains("Finding[kind=PRIVILEGED, weight=BLOCKS, what=ports below 1024"), privileged);
            assertTrue(privileged.contains("succeeds=false, why=not permitted for this user"), privileged);
            assertTrue(hidden.contains("what=a hidden process listens on 127.0.0.1:"), hidden);
            assertTrue(hidden.contains("remedy=sudo portio why " + situation.port() + " TCP"), hidden);
        }
    }

    @Test
    void aReservationTakesThePlaceOfTheSocketThatHoldsIt() throws Exception {
        try (Situation situation = Situation.of(Situation.Kind.BOUND_ON_ALL_REUSE_TURNED_OFF)) {
            FindingProvider broken = _ -> {
                throw new IllegalStateException("broken on purpose");
            };
            FindingProvider reservations = question -> List.of(new Finding(
                    Kind.RESERVATION, Weight.BLOCKS, "kept for " + question.port(), "keeper", "portio release", false));

            Diagnosis diagnosis = Diagnoser.over(
                            monitor,
                            List.of(broken, reservations),
                            pid -> pid == ProcessHandle.current().pid() ? "the keeper" : "")
                    .diagnose(situation.port(), Protocol.TCP, "");

            assertEquals(
                    Set.of("kept for " + situation.port()),
                    diagnosis.scopes().stream().map(BindScope::why).collect(Collectors.toSet()));
            assertEquals(
                    List.of("kept for " + situation.port()),
                    blocking(diagnosis).stream().map(Finding::what).toList());
            assertTrue(diagnosis.findings().stream().noneMatch(finding -> finding.kind() == Kind.BOUND));
        }
    }

    private Finding onlyBlocking(Situation.Kind kind) throws Exception {
        try (Situation situation = Situation.of(kind)) {
            Diagnosis diagnosis = diagnoser.diagnose(situation.port(), Situation.protocol(kind), "");
            List<Finding> blocking = blocking(diagnosis);
            assertEquals(1, blocking.size(), diagnosis::toString);
            return blocking.getFirst();
        }
    }

    private Diagnosis diagnose(int port) throws ConnectionException {
        return diagnoser.diagnose(port, Protocol.TCP, "");
    }

    private static List<Finding> blocking(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.weight() == Weight.BLOCKS)
                .toList();
    }
}
