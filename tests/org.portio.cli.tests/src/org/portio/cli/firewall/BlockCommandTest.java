// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.Remedy;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;

class BlockCommandTest {

    private static final BlockRequest PLAIN = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    private final Cli cli = new Cli();

    @Test
    void blocksInboundWithARejectionUntilUnblocked() {
        Cli.Result result = cli.run("block", "8080", "TCP", "--yes");

        assertEquals(new Cli.Result(0, "Blocked TCP 8080 inbound." + System.lineSeparator(), ""), result);
        assertEquals(PLAIN, request());
        assertEquals(List.of(false), cli.firewall.forced);
        assertEquals(Collections.singletonList(null), cli.chosenBackends);
    }

    @Test
    void takesEveryOption() {
        String args = "block 9000-9010 udp --direction both --drop --loopback --cut --for 15m --cgroup /a/b --reason x"
                + " --backend nftables --force --yes";

        assertEquals(0, cli.run(args.split(" ")).code());

        BlockRequest expected = new BlockRequest(
                new Traffic(new PortRange(9000, 9010), Protocol.UDP, Direction.BOTH, true),
                new Treatment(Verdict.DROP, true),
                new Subject("", "/a/b"),
                Expiry.after(Duration.ofMinutes(15)),
                "x");
        assertEquals(expected, request());
        assertEquals(List.of(true), cli.firewall.forced);
        assertEquals(List.of("nftables"), cli.chosenBackends);
    }

    @ParameterizedTest
    @CsvSource({"in, INBOUND", "inbound, INBOUND", "out, OUTBOUND", "OUTBOUND, OUTBOUND", "both, BOTH"})
    void takesDirections(String text, Direction expected) {
        cli.run("block", "8080", "TCP", "--yes", "--direction", text);
        assertEquals(PLAIN.withDirection(expected), request());
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "15m, PT15M", "2h, PT2H", "1d, PT24H", "90, PT1M30S"})
    void lastsForATime(String text, Duration expected) {
        cli.run("block", "8080", "TCP", "--yes", "--for", text);
        assertEquals(PLAIN.withExpiry(Expiry.after(expected)), request());
    }

    @Test
    void lastsUntilTheMachineRestarts() {
        cli.run("block", "8080", "TCP", "--yes", "--until-restart");
        assertEquals(PLAIN.withExpiry(Expiry.UNTIL_RESTART), request());
    }

    @Test
    void rejectsWhenToldTo() {
        cli.run("block", "8080", "TCP", "--yes", "--reject");
        assertEquals(PLAIN, request());
    }

    @Test
    void takesAProgramByItsAbsolutePath() {
        cli.run("block", "8080", "TCP", "--yes", "--program", "tools/../a program");
        assertEquals(Path.of("a program").toAbsolutePath().toString(), request().program());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "block                                    | PORT[-PORT]",
                "block 8080                               | TCP|UDP",
                "block 8080 SCTP                          | 'SCTP'",
                "block 0 TCP                              | '0' is not a valid port",
                "block 70000 TCP                          | '70000' is not a valid port",
                "block 9010-9000 TCP                      | '9010-9000' is not a valid port",
                "block http TCP                           | 'http' is not a valid port",
                "block 8080 TCP --direction up            | 'up' is not a valid direction",
                "block 8080 TCP --drop --reject           | mutually exclusive",
                "block 8080 TCP --for 1m --until-restart  | mutually exclusive",
                "block 8080 TCP --for soon                | 'soon' is not a valid time; write it as 30s, 15m, 2h or 1d",
                "block 8080 TCP --for -5m                 | '-5m' is not a valid time",
                "block 8080 TCP --for 0                   | '0' is too short; the minimum is 1s",
                "block 8080 TCP --for 500ms               | '500ms' is too short",
                "block 8080 TCP --for 999999999d          | '999999999d' is too long; the maximum is 3650d",
                "block 8080 TCP --for 1w                  | '1w' is not a valid time",
                "block 8080 TCP --cgroup web              | 'web' is not a control group",
                "block 8080 TCP --cgroup /                | '/' is not a control group",
                "block 8080 TCP --backend none            | unknown backend 'none'; choose from nftables"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) {
        Cli.Result result = cli.run((args + " --yes").split(" +"));

        assertEquals(2, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("portio: "), result.err());
        assertTrue(result.err().contains(message.strip()), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio block --help'."), result.err());
        assertTrue(cli.firewall.blocks.isEmpty());
    }

    @Test
    void takesNoLinesForTexts() {
        for (String option : List.of("--reason", "--program", "--cgroup")) {
            assertEquals(
                    2, cli.run("block", "8080", "TCP", "--yes", option, "/a\nb").code(), option);
        }
        assertTrue(cli.firewall.blocks.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", "YES", " y "})
    void blocksWhereTheAnswerIsYes(String answer) {
        cli.answer = answer;

        Cli.Result result = cli.run("block", "8080", "TCP", "--for", "1d");

        assertEquals(0, result.code());
        assertEquals("Continue? [y/N] ", cli.asked.toString());
        assertEquals(
                List.of(
                        "portio: blocks TCP 8080 inbound, for 1d",
                        "portio: new connections are rejected at once, but not within this machine; existing ones continue",
                        "portio: with nftables, as root through sudo"),
                result.err().lines().toList());
        assertEquals(1, cli.firewall.blocks.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "no", "yess", "Y es", "(closed)"})
    void changesNothingAfterAnyOtherAnswer(String answer) {
        cli.answer = answer;

        Cli.Result result = cli.run("block", "8080", "TCP");

        assertEquals(4, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().endsWith("portio: nothing was changed" + System.lineSeparator()), result.err());
        assertTrue(cli.firewall.blocks.isEmpty());
    }

    @Test
    void saysAllThatWillHappen() {
        cli.answer = "n";

        String err = cli.run(("block 53 UDP --direction out --drop --loopback --cut --until-restart --program /bin/dig"
                                + " --cgroup /a")
                        .split(" "))
                .err();

        for (String part : List.of(
                "UDP 53 outbound, until this machine restarts",
                "dropped without an answer, also within this machine; ongoing exchanges",
                "to port 53 of other machines",
                "only for the program /bin/dig",
                "only for the control group /a")) {
            assertTrue(err.contains(part), err);
        }
    }

    @Test
    void needsYesWithoutATerminal() {
        Cli.Result result = cli.run("block", "8080", "TCP");

        assertEquals(2, result.code());
        assertEquals(
                "portio: cannot ask for confirmation without a terminal; use --yes to continue"
                        + System.lineSeparator(),
                result.err());
        assertTrue(cli.firewall.blocks.isEmpty());
    }

    @Test
    void printsTheCommandsForAShellAndChangesNothing() {
        Cli.Result result = cli.run("block", "8080", "TCP", "--dry-run");

        assertEquals(0, result.code());
        assertEquals(
                List.of("nft -f - <<'END'", "add table inet portio", "END", "ss -K '( sport = :8080 )'"),
                result.lines());
        assertEquals(
                "portio: nothing was changed; with nftables, as root through sudo",
                result.err().strip());
        assertTrue(cli.firewall.blocks.isEmpty());
        assertEquals("", cli.asked.toString());
    }

    @Test
    void saysThatNothingWouldBeDone() {
        cli.firewall.plan = List.of();

        Cli.Result result = cli.run("block", "8080", "TCP", "--dry-run");

        assertEquals("", result.out());
        assertTrue(result.err().startsWith("portio: no command would run; "), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERMISSION  | 3 | on purpose; run: sudo portio block 8080 TCP --yes --reason 'a b'",
                "REFUSED     | 4 | on purpose",
                "ABSENT      | 4 | on purpose",
                "UNSUPPORTED | 4 | on purpose",
                "FAILED      | 4 | on purpose"
            })
    void endsWithThePublishedExitCodeWhereItFails(FirewallException.Kind kind, int code, String message) {
        cli.firewall.failure = new FirewallException(kind, "on purpose");

        Cli.Result result = cli.run("block", "8080", "TCP", "--yes", "--reason", "a b");

        assertEquals(new Cli.Result(code, "", "portio: " + message + System.lineSeparator()), result);
    }

    @Test
    void offersForceOnlyIfItHelps() {
        cli.firewall.failure =
                new FirewallException(new Failure(FirewallException.Kind.REFUSED, "on purpose", Remedy.FORCE));

        Cli.Result result = cli.run("block", "8080", "TCP", "--yes");

        assertEquals(
                new Cli.Result(4, "", "portio: on purpose; use --force to do it anyway" + System.lineSeparator()),
                result);
    }

    @Test
    void isCompleted() {
        String script = cli.run("generate-completion").out();

        for (String part : List.of("--until-restart", "\"inbound\" \"outbound\" \"both\"", "unblock", "blocks")) {
            assertTrue(script.contains(part), part);
        }
    }

    @Test
    void hidesTheHelperFromUsers() {
        for (String args : List.of("--help", "generate-completion", "", "firewall-helpe")) {
            Cli.Result result = cli.run(
                    Arrays.stream(args.split(" ")).filter(arg -> !arg.isEmpty()).toArray(String[]::new));
            assertFalse((result.out() + result.err()).contains("firewall-helper"), args);
        }
    }

    private BlockRequest request() {
        return cli.firewall.blocks.getFirst().request();
    }
}
