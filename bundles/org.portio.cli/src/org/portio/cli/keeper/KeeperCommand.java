// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Failures;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.core.PortioException;
import org.portio.core.Protocol;
import org.portio.core.system.SetAside;
import org.portio.keeper.Keeper;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command over the keeper. */
public abstract class KeeperCommand extends Subcommand {

    /** Something done to one of several. */
    @FunctionalInterface
    public interface Step<T> {
        void on(T one) throws PortioException;
    }

    public KeeperCommand(String... details) {
        super(details);
    }

    /** Makes the first parameter: a single port. */
    public static PositionalParamSpec.Builder portParameter(String description) {
        return Argument.parameter(0, Integer.class, "PORT", description).converters(PortConverter::port);
    }

    /** Makes the first parameter: a port that may be left out. */
    public static PositionalParamSpec.Builder optionalPortParameter(String description) {
        return portParameter(description).arity("0..1").required(false);
    }

    public static PositionalParamSpec.Builder optionalProtocolParameter(String description) {
        return Argument.optionalParameter(1, Protocol.class, "TCP|UDP", description);
    }

    public static OptionSpec.Builder addressOption(String name, String description) {
        return Argument.option(name, String.class, AddressConverter::canonical, "ADDRESS", description);
    }

    /** Runs the command. */
    public abstract ExitStatus run(Keeper keeper) throws PortioException, InterruptedException;

    @Override
    public final ExitStatus run() throws PortioException, InterruptedException {
        Keeper keeper = services().keeper();
        try {
            return run(keeper);
        } finally {
            // An empty list, for example, is not all that there is to report.
            keeper.setAside().stream()
                    .filter(SetAside::isRecent)
                    .map(SetAside::text)
                    .forEach(output()::note);
        }
    }

    /** Runs a step for each, also after it has failed for some; reports for which it failed, and why. */
    public final <T> ExitCode each(List<T> all, Step<T> step) {
        List<PortioException> failures = new ArrayList<>();
        for (T one : all) {
            try {
                step.on(one);
            } catch (PortioException e) {
                failures.add(e);
            }
        }
        failures.stream().map(PortioException::getMessage).forEach(output()::note);
        if (failures.isEmpty()) {
            return ExitCode.OK;
        }
        return failures.size() < all.size()
                ? ExitCode.PARTIAL
                : Failures.exitCode(failures.getLast().kind());
    }

    /** Reports that no keeper runs. */
    final ExitCode noneRuns() {
        output().note("no keeper is running");
        return ExitCode.FALSE;
    }
}
