// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.portio.core.ConnectionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all commands share. */
@Command(
        descriptionHeading = "%n",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false)
abstract class Subcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 100,
            description = "Show this help and exit.")
    boolean help;

    abstract ExitCode run() throws ConnectionException, IOException, InterruptedException;

    @Override
    public final Integer call() throws ConnectionException, IOException, InterruptedException {
        return run().code();
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
