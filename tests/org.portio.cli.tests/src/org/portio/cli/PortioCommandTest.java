// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;

class PortioCommandTest {

    private final Cli cli = new Cli(Samples.machine());

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "list --help", "help watch", "generate-completion"})
    void helpsWithoutReadingAnything(String args) {
        Cli.Result result = cli.run(args.split(" "));
        assertEquals(0, result.code());
        assertFalse(result.out().isBlank());
        assertEquals("", result.err());
        assertEquals(0, cli.source.reads());
    }

    @Test
    void helpHasTheTableOfExitCodes() {
        String help = cli.run("--help").out().replaceAll("\\s+", " ");
        for (ExitCode exit : ExitCode.values()) {
            assertTrue(help.contains(" " + exit.code() + " " + exit.description()), exit.description());
        }
    }

    @Test
    void helpSaysThatItStartsTheWorkbenchWithoutACommand() {
        assertTrue(cli.run("--help").out().contains("Without a command, portio opens the workbench."));
    }

    @Test
    void asksForACommand() {
        Cli.Result result = cli.run();
        assertEquals(ExitCode.USAGE.code(), result.code());
        assertTrue(result.err().endsWith("Try 'portio --help'." + System.lineSeparator()), result.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lisst                         | 'lisst'",
                "list --foo                    | Unknown option: '--foo'",
                "list port:extra               | cannot filter by 'port:extra': \"extra\" is not a number",
                "list recvQ:>1x                | cannot filter by 'recvQ:>1x': \"1x\" is not a number. Write recvq:80,",
                "list processStartTime:>soon   | \"soon\" is not a time. Write processstarttime:<20ms,",
                "list new:<1m                  | there is no column \"new\"",
                "reservations extra            | 'extra'",
                "list --json --csv             | --json, --csv are mutually exclusive",
                "list --state NOWHERE          | 'NOWHERE' is not a valid state; choose from LISTEN, SYN-SENT,",
                "list --port 0                 | '0' is not a valid port",
                "list --port 70000             | '70000' is not a valid port",
                "list --port 9000-8000         | '9000-8000' is not a valid port",
                "list --port 8080,abc          | 'abc' is not a valid port",
                "list --pid abc                | 'abc'",
                "list --sort size              | 'size' is not a valid column; choose from proto, local,",
                "check-port                    | PORT",
                "check-port 0                  | '0' is not a valid port",
                "check-port 70000              | '70000' is not a valid port",
                "check-port abc                | 'abc' is not a valid port",
                "check-port 1-2                | '1-2' is a range; give a single port",
                "check-port 80 SCTP            | 'SCTP'",
                "save                          | FILE",
                "watch --interval 50ms         | '50ms' is too short",
                "watch --interval soon         | 'soon' is not a valid interval; write it as 500ms, 1s or 2m"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) {
        Cli.Result result = cli.run(args.split(" "));
        assertEquals(ExitCode.USAGE.code(), result.code());
        assertEquals("", result.out());
        assertTrue(result.err().lines().findFirst().orElseThrow().startsWith("portio: "), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("--help'."), result.err());
        assertFalse(result.err().contains("Exception"), result.err());
    }

    @Test
    void suggestsACommandLikeTheUnknownOne() {
        assertTrue(cli.run("lisst").err().contains("portio list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "check-port 80", "save ports.txt", "watch"})
    void saysInOneLineThatNothingCanBeRead(String args) {
        cli.source.fail("cannot read the sockets");
        Cli.Result result = cli.run(args.split(" "));
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals("portio: cannot read the sockets" + System.lineSeparator(), result.err());
    }

    @Test
    void showsNoStackTraceOfAnInternalError() {
        cli.exporters = null;
        Cli.Result result = cli.run("save", "ports.txt");
        assertEquals(ExitCode.INTERNAL.code(), result.code());
        assertEquals(1, result.err().lines().count());
        assertTrue(result.err().startsWith("portio: internal error: "), result.err());
    }

    @Test
    void canBeMadeWithoutSideEffectsForTheManPage() {
        assertTrue(new PortioCommand().commandLine().getSubcommands().containsKey("check-port"));
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "1s, PT1S", "2m, PT2M", "3h, PT3H", "4d, PT96H", "3, PT3S"})
    void readsIntervals(String text, String expected) {
        assertEquals(expected, IntervalConverter.betweenLooks().convert(text).toString());
    }
}
