// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.command.EndpointConverter;
import org.portio.cli.connection.SortKey;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.port.PortRange;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A bad value of any option or parameter ends with exit code 2, and nothing is done. */
class BadValuesTest {

    private static final List<String> NO_NUMBER = List.of("-1", "+1", "1.5", "0x50", "99999999999999999999", "8o", "");

    private static final List<String> A_PORT = add(NO_NUMBER, "0", "65536", "80-", "80-90");

    /** Values that no argument of a type may take, by type. */
    private static final Map<Class<?>, List<String>> BAD = Map.of(
            Integer.class, A_PORT,
            PortRange.class, add(NO_NUMBER, "0", "65536", "80-", "-80", "90-80", "80,", ",", "80,,"),
            Long.class, add(NO_NUMBER, "0", "5,"),
            Protocol.class, List.of("", "sctp", "6"),
            Instant.class, List.of("", "soon", "25:00", "2026-13-01", "9999-01-01", "14:02+25:00"),
            TcpState.class, List.of("", "LISTENING-ON", "0", "LISTEN,"),
            SortKey.class, List.of("", "colour", "port,colour", "port,"),
            Duration.class, add(NO_NUMBER, "0", "10y", "1h30", "s", "999999999999d"),
            EndpointConverter.End.class,
                    List.of("", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "localhost.example:80", ":80"),
            Path.class, List.of(""));

    /** Bad values of texts, by the label of the argument. */
    private static final Map<String, List<String>> BAD_TEXTS = Map.ofEntries(
            Map.entry(
                    "ADDRESS",
                    List.of("", "bogus", "256.1.1.1", "fe80::1", "1.2.3.4:80", "::1%", "0", "127.1", "1.2.3")),
            Map.entry("DIRECTION", List.of("", "up")),
            Map.entry("VERDICT", List.of("", "maybe")),
            Map.entry("KEY", List.of("", "short", "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hI\"")),
            Map.entry(
                    "ASKED=GIVEN",
                    List.of("", "8080", "8080=", "=auto", "8080=x", "8080=8080", "0=auto", "8080=65536")),
            Map.entry("MODE", List.of("", "sing")),
            Map.entry("WAY", List.of("", "carrier-pigeon")),
            Map.entry("TCP|UDP", List.of("", "sctp")),
            Map.entry("NAME", List.of("", "no-such-name\n")),
            Map.entry("NAME|PID", List.of("", "two\nlines")),
            Map.entry("N", add(NO_NUMBER, "0", "1-2", "9999999999")),
            Map.entry("CMD", List.of("", " ")),
            Map.entry("USER", List.of("", "no-such-user", "4294967295", "4294967296")),
            Map.entry("PATH", List.of("")),
            Map.entry("COLUMN", List.of("", "nowhere", "pid,nowhere")),
            Map.entry("FILTER", List.of("port:abc", "nowhere:1", "port:9-8")),
            Map.entry("TEXT", List.of("two\nlines", "\u001b[31m")));

    /** Values of a command's other parameters while one is tried. */
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("PORT", "8080"),
            Map.entry("PORT[-PORT]", "8080"),
            Map.entry("TCP|UDP", "tcp"),
            Map.entry("LOCAL", "127.0.0.1:80"),
            Map.entry("REMOTE", "127.0.0.1:8080"),
            Map.entry("FILE", "x.txt"),
            Map.entry("BEFORE", "{saved}"),
            Map.entry("AFTER", "{saved}"),
            Map.entry("NAME", "com.example.name"),
            Map.entry("KEY", "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"),
            Map.entry("N", "2"));

    private static List<String> add(List<String> values, String... more) {
        return Stream.concat(values.stream(), Stream.of(more)).toList();
    }

    static Stream<Arguments> arguments() {
        return commands(new PortioCommand(new Cli()).commandLine(), List.of())
                .flatMap(command -> command.line().getCommandSpec().args().stream()
                        .filter(BadValuesTest::takesAValue)
                        .map(arg -> Arguments.of(command.words(), arg)));
    }

    private record Command(List<String> words, CommandLine line) {}

    private static Stream<Command> commands(CommandLine line, List<String> words) {
        return line.getSubcommands().entrySet().stream().flatMap(entry -> {
            List<String> deeper = add(words, entry.getKey());
            return Stream.concat(Stream.of(new Command(deeper, entry.getValue())), commands(entry.getValue(), deeper));
        });
    }

    /** Words after '--' are another program's, and words of help are tried below. */
    private static boolean takesAValue(ArgSpec arg) {
        return arg.arity().max() > 0 && !List.of("ARGUMENT", "COMMAND").contains(arg.paramLabel());
    }

    private static List<String> badValues(ArgSpec arg) {
        Class<?> type = arg.auxiliaryTypes().length > 0 ? arg.auxiliaryTypes()[0] : arg.type();
        if (arg.paramLabel().equals("PORT") && type == String.class) {
            return A_PORT; // a word that is a port unless it is a command
        }
        List<String> bad = BAD_TEXTS.getOrDefault(arg.paramLabel(), BAD.get(type));
        assertFalse(bad == null, "this test knows no bad value for " + arg.paramLabel() + " of " + type);
        return bad;
    }

    @TempDir
    private static Path folder;

    /** Saves a snapshot for the commands that read one. */
    @BeforeAll
    static void saveASnapshot() {
        assertEquals(0, new Cli().run("save", saved()).code());
    }

    private static String saved() {
        return folder.resolve("saved.json").toString();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("arguments")
    void endWithExitCode2(List<String> command, ArgSpec arg) {
        assertAll(badValues(arg).stream().map(value -> () -> {
            List<String> words = line(command, arg, value);
            Cli cli = new Cli();
            // A command that accepts the value may wait for ever.
            Cli.Result result = assertTimeoutPreemptively(
                    Duration.ofSeconds(30), () -> cli.run(words.toArray(String[]::new)), words::toString);
            assertEquals(2, result.code(), words + ": " + result);
            assertEquals("", result.out(), words.toString());
            assertEquals(List.of(), cli.ender.requests);
        }));
    }

    private static String good(String label) {
        return GOOD.get(label).replace("{saved}", saved());
    }

    private static List<String> line(List<String> command, ArgSpec arg, String value) {
        List<String> words = new ArrayList<>(command);
        CommandLine line = new PortioCommand(new Cli()).commandLine();
        for (String word : command) {
            line = line.getSubcommands().get(word);
        }
        boolean asks = line.getCommandSpec().optionsMap().containsKey("--yes");
        if (asks) {
            words.add("--yes");
        }
        if (arg instanceof OptionSpec option) {
            words.add(option.longestName() + "=" + value);
        }
        List<PositionalParamSpec> parameters = line.getCommandSpec().positionalParameters();
        int last = arg instanceof PositionalParamSpec tried ? tried.index().min() : -1;
        parameters.stream()
                .filter(parameter -> parameter.required() || parameter.index().min() <= last)
                .map(parameter -> parameter.index().min() == last ? value : good(parameter.paramLabel()))
                .forEach(words::add);
        return words;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "nonsense --help",
                "--help nonsense",
                "nonsense --version",
                "--version nonsense",
                "keeper nonsense",
                "keeper nonsense --help",
                "keeper --help nonsense",
                "reservations nonsense --help",
                "help nonsense",
                "help keeper nonsense",
                "help list nonsense",
                "list --nonsense --help",
                "--nonsense"
            })
    void unknownCommandsAndOptionsAreNotMadeGoodByHelp(String line) {
        Cli.Result result = new Cli().run(line.split(" "));

        assertEquals(2, result.code(), result.toString());
        assertEquals("", result.out());
    }

    @Test
    void helpAndVersionAreShownWhateverIsMissing() {
        List<String> lines =
                List.of("--help", "--version", "why --help", "close -h", "keeper --help", "help keeper stop");

        assertEquals(
                lines.stream().map(_ -> 0).toList(),
                lines.stream()
                        .map(line -> new Cli().run(line.split(" ")).code())
                        .collect(Collectors.toList()));
    }
}
