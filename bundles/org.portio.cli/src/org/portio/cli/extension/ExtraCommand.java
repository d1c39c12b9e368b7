// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Services;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Output;
import org.portio.core.ConnectionMonitor;
import org.portio.extension.ExtensionCommand;
import org.portio.extension.ExtensionException;
import org.portio.extension.Offered;

/** Runs a command of an extension. */
final class ExtraCommand extends Subcommand {

    /** A command may watch something for as long as its user likes. */
    private static final Duration LIMIT = Duration.ofDays(365);

    private static final int LAST_CODE = 255;

    private final Offered<ExtensionCommand> offered;
    private final Argument<List<String>> arguments =
            add(Argument.words(0, "ARGUMENT", "What the command is given; its extension says what."));

    ExtraCommand(Offered<ExtensionCommand> offered) {
        super("This command comes from the extension " + offered.extension() + ".");
        this.offered = offered;
        spec().parser().unmatchedOptionsArePositionalParams(true);
    }

    @Override
    public ExitStatus run() {
        try {
            int code = offered.ask(LIMIT, command -> command.run(new Call(arguments.value(), output(), services())));
            return () -> code < 0 || code > LAST_CODE ? ExitCode.INTERNAL.code() : code;
        } catch (ExtensionException e) {
            throw new CommandFailure(ExitCode.INTERNAL, e.getMessage(), e);
        }
    }

    private record Call(List<String> arguments, Output output, Services services) implements ExtensionCommand.Call {

        @Override
        public PrintWriter out() {
            return output.out;
        }

        @Override
        public PrintWriter err() {
            return output.err;
        }

        @Override
        public ConnectionMonitor monitor() {
            return services.monitor();
        }
    }
}
