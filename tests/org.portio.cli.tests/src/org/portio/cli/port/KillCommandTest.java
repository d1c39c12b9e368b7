// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.process;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;

class KillCommandTest {

    private final Cli cli = new Cli();

    @BeforeEach
    void start() {
        cli.processes.put(process(42, "java"));
        cli.processes.put(process(43, "java"));
        cli.processes.put(process(7, "Unbound"));
    }

    private List<Long> ended() {
        return cli.ender.requests.stream()
                .flatMap(request -> request.processes().stream())
                .map(ProcessInfo::pid)
                .toList();
    }

    @Test
    void endsAProcessByItsPid() {
        Cli.Result result = cli.run("kill", "42", "--yes");

        assertEquals(new Cli.Result(0, "Ended java (PID 42)." + System.lineSeparator(), ""), result);
        assertEquals(
                List.of(new EndRequest(List.of(process(42, "java")), null, false, false, Duration.ofSeconds(5))),
                cli.ender.requests);
    }

    @Test
    void endsAllThatListenOnAPortAndSaysThatItIsFree() {
        Cli.Result result = cli.run("kill", "--port", "8080", "--tcp", "--timeout", "2s", "--yes");

        assertEquals(0, result.code());
        assertEquals(List.of("Ended java (PID 42).", "Ended java (PID 43).", "Port 8080 is free."), result.lines());
        assertEquals(List.of(42L, 43L), ended());
        EndRequest first = cli.ender.requests.getFirst();
        assertEquals(8080, first.port().port());
        assertEquals(Protocol.TCP, first.port().protocol());
        assertEquals(Duration.ofSeconds(2), first.patience());
    }

    @ParameterizedTest
    @ValueSource(strings = {"808", "80", "9090", "50000"})
    void leavesAloneWhoHasAnotherPortOrAConnectionOnly(String port) {
        Cli.Result result = cli.run("kill", "--port", port, "--yes");

        assertEquals(1, result.code());
        assertTrue(result.err().contains("nobody listens on port " + port), result.err());
        assertTrue(cli.ender.requests.isEmpty());
    }

    @Test
    void endsWhoHasAConnectionOnlyWhereAskedTo() {
        cli.source.show(Samples.GUEST);

        assertEquals(1, cli.run("kill", "--port", "8080", "--yes").code());
        assertEquals(
                0, cli.run("kill", "--port", "8080", "--connections", "--yes").code());
        assertEquals(List.of(42L), ended());
    }

    @Test
    void showsWhatWouldBeHitAndEndsNothing() {
        Cli.Result result = cli.run("kill", "--port", "8080", "--dry-run");

        assertEquals(0, result.code());
        assertEquals("ends java (PID 42), user root", result.lines().getFirst());
        assertTrue(result.out().contains("/usr/bin/java --serve"), result.out());
        assertTrue(result.out().contains("its ports: TCP 127.0.0.1:8080"), result.out());
        assertTrue(result.out().contains("clients connected to them: 2"), result.out());
        assertTrue(cli.ender.requests.isEmpty());
    }

    @Test
    void asksFirst() {
        cli.answer = "n";
        Cli.Result result = cli.run("kill", "42");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("ends java (PID 42)"), result.err());
        assertTrue(cli.ender.requests.isEmpty());

        cli.answer = "y";
        assertEquals(0, cli.run("kill", "42").code());
    }

    @Test
    void needsYesWithoutATerminal() {
        assertEquals(2, cli.run("kill", "42").code());
        assertTrue(cli.ender.requests.isEmpty());
    }

    @Test
    void offersForceOnATerminalOnly() {
        cli.ender.asked.put(42L, Outcome.STILL_RUNNING);

        Cli.Result result = cli.run("kill", "42", "--yes");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("java (PID 42) is still running; use --force to kill it"), result.err());

        cli.answer = "y";
        assertEquals(0, cli.run("kill", "42").code());
        assertTrue(cli.asked.toString().contains("Kill it?"), cli.asked.toString());
        assertTrue(cli.ender.requests.getLast().force());
    }

    @Test
    void forcesAtOnceWhereTold() {
        assertEquals(0, cli.run("kill", "42", "--force", "--yes").code());

        assertEquals(1, cli.ender.requests.size());
        assertTrue(cli.ender.requests.getFirst().force());
    }

    @Test
    void saysWhoHasThePortAgain() {
        cli.ender.port = new PortAftermath(State.TAKEN, "Unbound (PID 8) has the port", List.of(process(8, "Unbound")));

        Cli.Result result = cli.run("kill", "--port", "53", "--udp", "--yes");

        assertEquals(4, result.code());
        assertEquals(List.of("Ended Unbound (PID 7)."), result.lines());
        assertEquals("portio: but Unbound (PID 8) has the port", result.err().strip());
    }

    @ParameterizedTest
    @CsvSource({"DENIED, 3", "REFUSED, 4", "STILL_RUNNING, 4", "HANDED, 4", "GONE, 0", "PORT_LEFT, 0"})
    void hasAnExitCodeForEachOutcome(Outcome outcome, int code) {
        cli.ender.asked.put(7L, outcome);

        assertEquals(code, cli.run("kill", "--port", "53", "--yes").code());
    }

    @ParameterizedTest
    @CsvSource({"FREE, 0", "FREE_WITH_REUSE, 0", "KEPT, 0", "BLOCKED, 4", "TAKEN, 4"})
    void hasAnExitCodeForThePortWhenAllHaveEnded(State state, int code) {
        cli.ender.port = new PortAftermath(state, state == State.FREE ? "" : "nobody listens", List.of());

        assertEquals(code, cli.run("kill", "--port", "8080", "--yes").code());
    }

    @Test
    void saysWhatConnectionsLeaveBehind() {
        cli.ender.port =
                new PortAftermath(State.FREE_WITH_REUSE, "nobody listens on TCP 53 any more; 2 wait", List.of());

        assertEquals(
                List.of("Ended Unbound (PID 7).", "Nobody listens on TCP 53 any more; 2 wait."),
                cli.run("kill", "--port", "53", "--yes").lines());
    }

    @Test
    void doesNotSayTwiceWhoWasNotEnded() {
        cli.ender.asked.put(43L, Outcome.DENIED);
        cli.ender.detail = "java (PID 43) is not yours";
        cli.ender.port = new PortAftermath(State.TAKEN, "java (PID 43) has the port", List.of(process(43, "java")));

        Cli.Result result = cli.run("kill", "--port", "8080", "--yes");

        assertEquals(5, result.code());
        assertEquals("portio: java (PID 43) is not yours", result.err().strip());
    }

    @Test
    void endsWhoWasOnlyHandedASocketWhereSomebodyHasSeenThatOrForceIsGiven() {
        cli.ender.handed.add(7L);
        cli.run("kill", "--port", "53", "--yes");
        assertFalse(cli.ender.requests.getLast().handed());

        cli.run("kill", "--port", "53", "--yes", "--force");
        assertTrue(cli.ender.requests.getLast().handed());

        cli.answer = "y";
        Cli.Result asked = cli.run("kill", "--port", "53");
        assertTrue(cli.ender.requests.getLast().handed());
        assertTrue(asked.err().contains("it was only handed the socket, which user root made"), asked.err());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 42 43", "127.0.0.2, ''", "localhost, 42 43", "::1, ''", "*, ''", "0.0.0.0, ''"})
    void choosesByAddress(String address, String expected) {
        Cli.Result result = cli.run("kill", "--port", "8080", "--address", address, "--yes");

        assertEquals(expected, ended().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        assertEquals(expected.isEmpty() ? 1 : 0, result.code(), result.err());
    }

    @Test
    void hasAnExitCodeForSomeOfSeveral() {
        cli.ender.asked.put(43L, Outcome.DENIED);

        assertEquals(5, cli.run("kill", "--port", "8080", "--yes").code());
    }

    @Test
    void refusesBeforeItAsks() {
        cli.ender.refusals.put(42L, "it has started PortIO");
        cli.answer = "y";

        Cli.Result result = cli.run("kill", "42");

        assertEquals(4, result.code());
        assertEquals("portio: it has started PortIO", result.err().strip());
        assertTrue(cli.asked.isEmpty());
    }

    @Test
    void saysThatTheHolderIsHidden() {
        cli.source.show(Samples.SSH);

        Cli.Result result = cli.run("kill", "--port", "22", "--yes");

        assertEquals(3, result.code());
        assertTrue(result.err().contains("sudo portio kill --port 22"), result.err());
    }

    @Test
    void namesTheAddressOfEachHiddenHolder() {
        cli.source.show(Sockets.listener("127.0.0.1", 22), Sockets.listener("127.0.0.2", 22));

        String err = cli.run("kill", "--port", "22", "--yes").err();

        assertTrue(err.contains("sudo portio kill --port 22 --tcp --address 127.0.0.1, or "), err);
        assertTrue(err.contains("sudo portio kill --port 22 --tcp --address 127.0.0.2"), err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kill",
                "kill 42 --port 80",
                "kill x",
                "kill 42 --tcp",
                "kill --port 0",
                "kill --port 1-2",
                "kill --port 80 --tcp --udp",
                "kill 42 --timeout 1ms",
                "kill 42 --address 127.0.0.1",
                "kill --port 80 --address bogus",
                "kill --port 80 --address fe80::1"
            })
    void doesNothingWhereItIsCalledWrongly(String line) {
        Cli.Result result = cli.run((line + " --yes").split(" "));

        assertEquals(2, result.code(), result.err());
        assertFalse(result.err().isBlank());
        assertTrue(cli.ender.requests.isEmpty());
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        Cli nobody = new Cli(new FakeSource());

        assertEquals(1, nobody.run("kill", "42", "--yes").code());
    }
}
