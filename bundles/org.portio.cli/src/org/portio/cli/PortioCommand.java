// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.cli.command.CommandContext;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Need;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Failures;
import org.portio.cli.command.Services;
import org.portio.cli.command.Subcommand;
import org.portio.cli.extension.ExtraCommands;
import org.portio.cli.run.RunSweep;
import org.portio.cli.text.Output;
import org.portio.core.system.NoHomeException;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code portio}, of which all others are subcommands. */
public final class PortioCommand implements Runnable, CommandContext {

    private final Services services;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private Output output;
    /** The commands of extensions, once they are looked for. */
    private List<CommandEntry> extra;

    /** Makes the command over this machine. */
    public PortioCommand() {
        this(new SystemServices());
    }

    public PortioCommand(Services services) {
        this.services = services;
    }

    /** Runs the command that the arguments name; returns the exit code. */
    public int run(PrintWriter out, PrintWriter err, String... args) {
        output = new Output(out, err);
        String called = args.length > 0 ? args[0] : "";
        if (CommandTable.find(called)
                .filter(entry -> entry.needs(Need.CONNECTIONS))
                .isPresent()) {
            services.prepareMonitor();
        }
        CommandLine command = commandLine(called, args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(services.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((failure, _) -> failures().onUsage(failure))
                .setExecutionExceptionHandler(
                        (failure, _, parsed) -> failures().onExecution(failure, parsed.originalArgs()));
        int code = command.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Makes what only a command that fails needs. */
    private Failures failures() {
        return new Failures(services, output);
    }

    /** Refuses to run without a command: the start script opens the workbench before it comes to this. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? " + shown());
    }

    /** Also refuses unknown arguments next to {@code --help}, for which picocli would ignore them. */
    private int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!last.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(last.commandSpec().commandLine(), last.unmatched());
        }
        if (last.commandSpec().userObject() instanceof Subcommand command && command.settlesRuns()) {
            settleRuns();
        }
        return new RunLast().execute(parsed);
    }

    /** Reverts what a killed test run has left; a user without a place for files has none. */
    private void settleRuns() {
        try {
            if (services.runs().runs().isAny()) {
                RunSweep.settle(services, output::note);
            }
        } catch (NoHomeException _) {
            // The command says so if it needs one.
        }
    }

    @Override
    public Services services() {
        return services;
    }

    @Override
    public Output output() {
        return output;
    }

    /** Makes the command with all that it can do, as the man page and the completion show it. */
    public CommandLine commandLine() {
        describe();
        entries(true).forEach(entry -> spec.addSubcommand(entry.name(), entry.load()));
        return new CommandLine(spec);
    }

    /** Makes the command with what this call needs: one command, or the names of all for the list and for suggestions. */
    private CommandLine commandLine(String called, String... args) {
        CommandEntry entry = CommandTable.find(called).orElse(null);
        boolean options = called.isEmpty() || called.startsWith("-");
        if (entry == null && !options) {
            entry = extra().stream()
                    .filter(extra -> extra.name().equals(called))
                    .findFirst()
                    .orElse(null);
        }
        if (entry != null && entry.needs(Need.ALL_COMMANDS)) {
            return commandLine();
        }
        describe();
        if (entry != null) {
            spec.addSubcommand(called, entry.load());
        } else {
            // Options alone name no command: one stand-in will do, for the synopsis. All take a tenth of the start.
            boolean optionsOnly = Arrays.stream(args).allMatch(word -> word.startsWith("-"));
            entries(!optionsOnly).stream()
                    .filter(CommandEntry::isShown)
                    .limit(optionsOnly ? 1 : Long.MAX_VALUE)
                    .forEach(other -> spec.addSubcommand(other.name(), other.placeholder()));
        }
        return new CommandLine(spec);
    }

    /**
     * Returns all commands.
     *
     * @param all whether those of extensions are among them
     */
    private List<CommandEntry> entries(boolean all) {
        if (!all || extra().isEmpty()) {
            return CommandTable.ENTRIES;
        }
        return Stream.concat(CommandTable.ENTRIES.stream(), extra().stream()).toList();
    }

    private List<CommandEntry> extra() {
        if (extra == null) {
            extra = services.hasExtensions()
                    ? ExtraCommands.of(
                            services,
                            CommandTable.ENTRIES.stream()
                                    .map(CommandEntry::name)
                                    .collect(Collectors.toSet()))
                    : List.of();
        }
        return extra;
    }

    private static String shown() {
        return CommandTable.ENTRIES.stream()
                .filter(CommandEntry::isShown)
                .map(CommandEntry::name)
                .collect(Collectors.joining(", "));
    }

    private void describe() {
        spec.name("portio").versionProvider(new Version());
        UsageMessageSpec usage = spec.usageMessage();
        usage.description(
                        "Shows which ports are in use and by whom, and lets you manage them.",
                        "",
                        "Without a command, portio opens the workbench.")
                .synopsisSubcommandLabel("COMMAND")
                .descriptionHeading("%n")
                .commandListHeading("")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table());
        usage.sectionMap()
                .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, help -> CommandList.text(entries(true), help));
        spec.addOption(Subcommand.help().build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
    }
}
