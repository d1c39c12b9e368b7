// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.portio.cli.text.Output;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The common part of all commands. A command adds its arguments in the order in which the help shows them. */
public abstract class Subcommand implements Callable<Integer> {

    private static final int LAST = 100;

    private final List<String> details;
    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /**
     * Makes a command that its entry in the table of commands gives a name and a summary.
     *
     * @param details lines that its help adds to the summary
     */
    public Subcommand(String... details) {
        this.details = List.of(details);
        spec.usageMessage()
                .descriptionHeading("%n")
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%nOptions:%n")
                .sortOptions(false);
        spec.addOption(help().order(LAST).build());
    }

    /** Returns the option that every command has. */
    public static OptionSpec.Builder help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help and exit.");
    }

    /** Returns that of a command which asks before it changes something. */
    public static OptionSpec.Builder yesOption() {
        return Argument.flag("--yes", "Do not ask for confirmation.");
    }

    /** Returns that of a command which prints a table. */
    public static OptionSpec.Builder noHeaderOption() {
        return Argument.flag("--no-header", "Omit the header line.");
    }

    public final <T> Argument<T> add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Argument<>(option);
    }

    public final <T> Argument<T> add(PositionalParamSpec.Builder builder) {
        PositionalParamSpec parameter = builder.build();
        spec.addPositional(parameter);
        return new Argument<>(parameter);
    }

    /** Adds flags of which at most one may be given. */
    public final void addExclusive(OptionSpec... flags) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(true).multiplicity("0..1");
        for (OptionSpec flag : flags) {
            group.addArg(flag);
        }
        spec.addArgGroup(group.build());
    }

    /** Gives the command its name and the first line of its help, in which a percent sign is one. */
    final CommandSpec named(String name, String summary) {
        List<String> description = new ArrayList<>(List.of(summary.replace("%", "%%")));
        if (!details.isEmpty()) {
            description.add("");
        }
        description.addAll(details);
        spec.name(name).usageMessage().description(description.toArray(String[]::new));
        return spec;
    }

    public final CommandSpec spec() {
        return spec;
    }

    /** Returns whether test runs that were killed are reverted before it; not by a process that others of PortIO have started. */
    public boolean settlesRuns() {
        return true;
    }

    /** Runs the command; {@link Failures} reports to the user what this throws. */
    public abstract ExitStatus run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run().code();
    }

    /** Ends the command if its arguments do not fit together. */
    public final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    public final Services services() {
        return context().services();
    }

    public final Output output() {
        return context().output();
    }

    private CommandContext context() {
        return (CommandContext) spec.root().userObject();
    }
}
