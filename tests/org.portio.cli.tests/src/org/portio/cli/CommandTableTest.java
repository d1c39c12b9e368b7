// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Need;
import org.portio.cli.connection.WordFilter;
import picocli.CommandLine;

/** Compares everything that lists the commands with {@link CommandTable}. */
class CommandTableTest {

    private static final String LAUNCH = "releng/org.portio.product/launch/";

    @Test
    void startScriptHasACacheOfItsOwnForTheCommandsOfTheFirewall() throws IOException {
        assertEquals(
                names(entry -> entry.needs(Need.FIREWALL)),
                caseBefore(read(LAUNCH + "lib/start-cache.sh"), "group=firewall"));
    }

    @Test
    void startScriptGivesMemoryToTheCommandsWithManyRows() throws IOException {
        assertEquals(names(entry -> entry.needs(Need.MANY_ROWS)), caseBefore(read(LAUNCH + "portio"), "room=\"-Xms"));
    }

    @Test
    void documentationListsTheCommandsInTheOrderOfTheHelpWithTheSameSummaries() throws IOException {
        List<String> documented = read("docs/cli.md")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .takeWhile(line -> !line.startsWith("| `--"))
                .map(CommandTableTest::documented)
                .toList();
        List<String> expected = CommandTable.ENTRIES.stream()
                .filter(CommandEntry::isShown)
                .map(entry -> entry.name() + ": " + entry.summary())
                .toList();
        assertEquals(expected, documented);
    }

    @Test
    void documentationOfTheFilterNamesItsColumnsInTheirOrder() throws IOException {
        String columns = WordFilter.ofFields().stream()
                .map(column -> '`' + column.id() + '`')
                .collect(Collectors.joining(", "));

        assertTrue(
                read("docs/cli.md").replace(",\n", ", ").contains("Columns: " + columns + ", `service`, and, in"),
                columns);
    }

    @Test
    void eachCommandHasASectionInTheDocumentation() throws IOException {
        String text = read("docs/cli.md");
        for (CommandEntry entry : CommandTable.ENTRIES) {
            assertTrue(!entry.isShown() || text.contains("\n## " + entry.name() + "\n"), entry.name());
        }
    }

    @Test
    void groupsStandTogether() {
        Set<CommandEntry.Group> over = new HashSet<>();
        CommandEntry.Group current = null;
        for (CommandEntry entry : CommandTable.ENTRIES) {
            if (entry.group() != current) {
                assertTrue(over.add(entry.group()), "a second list of " + entry.group());
                current = entry.group();
            }
        }
    }

    @Test
    void helpAndCompletionHaveEachCommandUnlessItIsHidden() {
        Cli cli = new Cli();
        String help = cli.run("--help").out();
        String completion = cli.run("generate-completion").out();
        for (CommandEntry entry : CommandTable.ENTRIES) {
            String line = "  " + entry.name() + " ";
            assertEquals(entry.isShown(), help.lines().anyMatch(shown -> shown.startsWith(line)), entry.name());
            assertEquals(entry.isShown(), completion.contains(entry.name()), entry.name());
        }
    }

    @Test
    void listOfCommandsFitsATerminal() {
        List<String> wide = new Cli()
                .run("--help").lines().stream()
                        .filter(line -> line.length() > 100)
                        .toList();
        assertEquals(List.of(), wide);
    }

    @Test
    void ownHelpOfACommandBeginsWithItsSummary() {
        for (CommandEntry entry : CommandTable.ENTRIES) {
            CommandLine command = entry.load();
            assertEquals(
                    entry.summary(), command.getCommandSpec().usageMessage().description()[0]);
        }
    }

    private static Set<String> names(Predicate<CommandEntry> chosen) {
        return CommandTable.ENTRIES.stream()
                .filter(chosen)
                .map(CommandEntry::name)
                .collect(Collectors.toSet());
    }

    /** Reads the alternatives of the branch of a shell's case that contains this text. */
    private static Set<String> caseBefore(String script, String text) {
        Matcher branch = Pattern.compile("(?m)^ *([a-z][a-z| -]*)\\) (?:\\S.*)?" + Pattern.quote(text))
                .matcher(script);
        assertTrue(branch.find(), () -> "no branch with " + text);
        return Arrays.stream(branch.group(1).split("\\|")).map(String::strip).collect(Collectors.toSet());
    }

    private static String documented(String row) {
        String[] cells = row.split("(?<!\\\\)\\|");
        String name = cells[1].strip().replace("`", "").split("[ ,]")[0];
        return name + ": " + cells[2].strip();
    }

    /** The tests run in their own folder or in that of the whole project. */
    private static String read(String file) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        return Files.readString(Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is not above " + here)));
    }
}
