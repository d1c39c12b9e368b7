// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.FileFailure;
import org.portio.export.metrics.ConnectionMetrics;

/** Prints counts of sockets, or writes them into a file that a monitoring system collects. */
public final class MetricsCommand extends Subcommand {

    private final Argument<Path> file = add(Argument.option(
                    "--output",
                    Path.class,
                    "FILE",
                    "Write it to this file, such as portio.prom in the folder of node_exporter's textfile collector. It"
                            + " is replaced as a whole, so that nobody reads half of it.")
            .converters(TextConverter::path));

    public MetricsCommand() {
        super("Counts per state, per program and per TCP listener, never per connection.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Snapshot snapshot = services().monitor().snapshot();
        String text = ConnectionMetrics.text(snapshot);
        if (file.value() == null) {
            output().out.print(text);
        } else {
            write(text);
        }
        output().note(snapshot.hiddenOwnersText());
        return ExitCode.OK;
    }

    private void write(String text) {
        try {
            AtomicFile.write(file.value(), true, out -> out.write(text));
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.PERMISSION, "no permission to write " + file.value(), e);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.CONFLICT, "cannot write " + file.value() + ": " + FileFailure.reason(e), e);
        }
    }
}
