// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
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
        modelTransformer = PortioCommand.ExitCodesInHelp.class,
        subcommands = {
            ListCommand.class,
            CheckPortCommand.class,
            SaveCommand.class,
            WatchCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        })
public final class PortioCommand implements Runnable {

    private final Services services;
    private Output output;

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

    /** Puts {@link ExitCode} into the help and the man page; annotations take only constants. */
    static final class ExitCodesInHelp implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec spec) {
            UsageMessageSpec usage = spec.usageMessage();
            usage.exitCodeListHeading("%nExit codes:%n");
            usage.exitCodeList(ExitCode.table());
            return spec;
        }
    }
}
