// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code portio}, of which all others are subcommands. */
@Command(
        name = "portio",
        description = {
            "Shows which ports are in use, by whom, and what happens to them.",
            "",
            "Started without a command, portio opens the workbench."
        },
        synopsisSubcommandLabel = "COMMAND",
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = Version.class,
        modelTransformer = PortioCommand.Model.class)
public final class PortioCommand implements Runnable {

    /** All that there are, in the order of the help. */
    private static final Map<String, Class<?>> SUBCOMMANDS = subcommands();

    /** Those that look at other commands. */
    private static final Set<String> NEED_ALL = Set.of("generate-completion", "help");

    private final Services services;
    private Output output;
    private String called;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    boolean version;

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
        called = args.length > 0 ? args[0] : null;
        Failures failures = new Failures(output);
        CommandLine command = new CommandLine(this)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(services.colours() ? Ansi.ON : Ansi.OFF))
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
        throw new ParameterException(spec.commandLine(), "which command? list, check-port, save, watch or help");
    }

    Services services() {
        return services;
    }

    Output output() {
        return output;
    }

    /** Only the one that is called where that is known: picocli takes milliseconds to look at each. */
    private static void addSubcommands(CommandSpec spec, String called) {
        boolean alone = SUBCOMMANDS.containsKey(called) && !NEED_ALL.contains(called);
        SUBCOMMANDS.forEach((name, type) -> {
            if (!alone || name.equals(called)) {
                spec.addSubcommand(name, new CommandLine(type));
            }
        });
    }

    private static Map<String, Class<?>> subcommands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("list", ListCommand.class);
        commands.put("check-port", CheckPortCommand.class);
        commands.put("save", SaveCommand.class);
        commands.put("watch", WatchCommand.class);
        commands.put("generate-completion", GenerateCompletion.class);
        commands.put("help", HelpCommand.class);
        return commands;
    }

    /** Completes what the annotations say, which take only constants. */
    static final class Model implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            addSubcommands(spec, ((PortioCommand) spec.userObject()).called);
            UsageMessageSpec usage = spec.usageMessage();
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(ExitCode.table());
            return spec;
        }
    }
}
