// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code portio}, of which all others are subcommands. */
public final class PortioCommand implements Runnable {

    /** All that there are, in the order of the help. */
    private static final Map<String, Supplier<Subcommand>> SUBCOMMANDS = subcommands();

    /** Those that need connections, but for their help. */
    private static final Set<String> ASK_FOR_CONNECTIONS =
            Set.of("list", "check-port", "save", "watch", "why", "kill", "close", "wait");

    /** Those that look at other commands. */
    private static final Set<String> NEED_ALL = Set.of("generate-completion", "help");

    private final Services services;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private Output output;

    /** The command over this machine. */
    public PortioCommand() {
        this(Services.ofSystem());
    }

    public PortioCommand(Services services) {
        this.services = services;
    }

    /** Does what the arguments say, and gives the exit code. */
    public int run(PrintWriter out, PrintWriter err, String... args) {
        output = new Output(out, err);
        if (args.length > 0 && ASK_FOR_CONNECTIONS.contains(args[0])) {
            services.prepareMonitor();
        }
        Failures failures = new Failures(output);
        CommandLine command = commandLine(args.length > 0 ? args[0] : null)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(services.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionStrategy(PortioCommand::execute)
                .setParameterExceptionHandler((failure, _) -> failures.onUsage(failure))
                .setExecutionExceptionHandler((failure, _, _) -> failures.onExecution(failure));
        int code = command.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /** Without a command: the start script opens the workbench before it comes to this. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? " + shown());
    }

    /** What is unknown is not made good by a --help beside it, for which picocli would pass it over. */
    private static int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        if (!last.unmatched().isEmpty()) {
            throw new UnmatchedArgumentException(last.commandSpec().commandLine(), last.unmatched());
        }
        return new RunLast().execute(parsed);
    }

    Services services() {
        return services;
    }

    Output output() {
        return output;
    }

    /** The command with all that it can do, as the man page and the completion show it. */
    public CommandLine commandLine() {
        return commandLine(null);
    }

    /** The command with only the subcommand that is called, where there is one of this name. */
    private CommandLine commandLine(String called) {
        describe();
        boolean alone = SUBCOMMANDS.containsKey(called) && !NEED_ALL.contains(called);
        SUBCOMMANDS.forEach((name, maker) -> {
            if (!alone || name.equals(called)) {
                spec.addSubcommand(name, new CommandLine(maker.get().spec()));
            }
        });
        return new CommandLine(spec);
    }

    private static String shown() {
        return SUBCOMMANDS.keySet().stream()
                .filter(name -> !HelperCommand.NAME.equals(name))
                .collect(Collectors.joining(", "));
    }

    private void describe() {
        spec.name("portio").versionProvider(new Version());
        spec.usageMessage()
                .description(
                        "Shows which ports are in use, by whom, and what happens to them.",
                        "",
                        "Started without a command, portio opens the workbench.")
                .synopsisSubcommandLabel("COMMAND")
                .descriptionHeading("%n")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.table());
        spec.addOption(Subcommand.help().build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
    }

    private static Map<String, Supplier<Subcommand>> subcommands() {
        Map<String, Supplier<Subcommand>> commands = new LinkedHashMap<>();
        commands.put("list", ListCommand::new);
        commands.put("check-port", CheckPortCommand::new);
        commands.put("save", SaveCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("block", BlockCommand::new);
        commands.put("unblock", UnblockCommand::new);
        commands.put("blocks", BlocksCommand::new);
        commands.put("reserve", ReserveCommand::new);
        commands.put("release", ReleaseCommand::new);
        commands.put("reservations", ReservationsCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("start-server", StartServerCommand::new);
        commands.put("stop-server", StopServerCommand::new);
        commands.put("servers", ServersCommand::new);
        commands.put("keeper", KeeperGroupCommand::new);
        commands.put(HelperCommand.NAME, HelperCommand::new);
        commands.put("why", WhyCommand::new);
        commands.put("kill", KillCommand::new);
        commands.put("close", CloseCommand::new);
        commands.put("wait", WaitCommand::new);
        commands.put("doctor", DoctorCommand::new);
        commands.put("generate-completion", CompletionCommand::new);
        commands.put("help", HelpCommand::new);
        return commands;
    }
}
