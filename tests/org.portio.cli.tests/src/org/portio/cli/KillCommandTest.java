// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.process;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.testing.FakeSource;

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
                .map(request -> request.process().pid())
                .toList();
    }

    @Test
    void endsAProcessByItsPid() {
        Cli.Result result = cli.run("kill", "42", "--yes");

        assertEquals(new Cli.Result(0, "Ended java (pid 42)." + System.lineSeparator(), ""), result);
        assertEquals(
                List.of(new EndRequest(process(42, "java"), 0, null, false, Duration.ofSeconds(5))),
                cli.ender.requests);
    }

    @Test
    void endsAllThatListenOnAPortAndSaysThatItIsFree() {
        Cli.Result result = cli.run("kill", "--port", "8080", "--tcp", "--timeout", "2s", "--yes");

        assertEquals(0, result.code());
        assertEquals(
                List.of("Ended java (pid 42); port 8080 is free.", "Ended java (pid 43); port 8080 is free."),
                result.lines());
        EndRequest first = cli.ender.requests.getFirst();
        assertEquals(8080, first.port());
        assertEquals(Protocol.TCP, first.protocol());
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
        assertEquals("ends java (pid 42), user root", result.lines().getFirst());
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
        assertTrue(result.err().contains("ends java (pid 42)"), result.err());
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
        cli.ender.asked.put(42L, new EndResult(Outcome.STILL_RUNNING, ""));

        Cli.Result result = cli.run("kill", "42", "--yes");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("java (pid 42) still runs; --force ends it"), result.err());

        cli.answer = "y";
        assertEquals(0, cli.run("kill", "42").code());
        assertTrue(cli.asked.toString().contains("by force?"), cli.asked.toString());
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
        cli.ender.asked.put(7L, new EndResult(Outcome.PORT_TAKEN, "Unbound (pid 8) has the port"));

        Cli.Result result = cli.run("kill", "--port", "53", "--udp", "--yes");

        assertEquals(4, result.code());
        assertEquals(List.of("Ended Unbound (pid 7)."), result.lines());
        assertEquals("portio: but Unbound (pid 8) has the port", result.err().strip());
    }

    @ParameterizedTest
    @CsvSource({"DENIED, 3", "REFUSED, 4", "STILL_RUNNING, 4", "PORT_TAKEN, 4", "GONE, 0", "PORT_LEFT, 0"})
    void hasAnExitCodeForEachOutcome(Outcome outcome, int code) {
        cli.ender.asked.put(42L, new EndResult(outcome, "why"));

        assertEquals(code, cli.run("kill", "42", "--yes").code());
    }

    @Test
    void hasAnExitCodeForSomeOfSeveral() {
        cli.ender.asked.put(43L, new EndResult(Outcome.DENIED, "not yours"));

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
                "kill 42 --timeout 1ms"
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
