// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.portio.core.ConnectionException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** What all commands share. A command adds its arguments in the order in which the help shows them. */
abstract class Subcommand implements Callable<Integer> {

    private static final int LAST = 100;

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    /**
     * A command of this name.
     *
     * @param description lines, the first of which is what the list of all commands says
     */
    Subcommand(String name, String... description) {
        spec.name(name);
        spec.usageMessage()
                .description(description)
                .descriptionHeading("%n")
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%nOptions:%n")
                .sortOptions(false);
        spec.addOption(help().order(LAST).build());
    }

    /** The option that every command has. */
    static OptionSpec.Builder help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("Show this help and exit.");
    }

    /** That of a command which asks before it changes something. */
    static OptionSpec.Builder yesOption() {
        return Argument.flag("--yes", "Do not ask.");
    }

    /** That of a command which prints a table. */
    static OptionSpec.Builder noHeaderOption() {
        return Argument.flag("--no-header", "No line with the names of the columns.");
    }

    final <T> Argument<T> add(OptionSpec.Builder builder) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        return new Argument<>(option);
    }

    final <T> Argument<T> add(PositionalParamSpec.Builder builder) {
        PositionalParamSpec parameter = builder.build();
        spec.addPositional(parameter);
        return new Argument<>(parameter);
    }

    /** Adds flags of which at most one may be given. */
    final void addExclusive(OptionSpec... flags) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(true).multiplicity("0..1");
        for (OptionSpec flag : flags) {
            group.addArg(flag);
        }
        spec.addArgGroup(group.build());
    }

    final CommandSpec spec() {
        return spec;
    }

    abstract ExitStatus run() throws ConnectionException, IOException, InterruptedException;

    @Override
    public final Integer call() throws ConnectionException, IOException, InterruptedException {
        return run().code();
    }

    /** Ends the command where its arguments do not fit together. */
    final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    final Services services() {
        return portio().services();
    }

    final Output output() {
        return portio().output();
    }

    private PortioCommand portio() {
        return (PortioCommand) spec.root().userObject();
    }
}
