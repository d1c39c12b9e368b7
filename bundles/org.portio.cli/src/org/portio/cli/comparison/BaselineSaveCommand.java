// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import java.nio.file.Path;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.core.notice.Baseline;

/** Saves the listeners of this moment as those that are known. */
final class BaselineSaveCommand extends Subcommand {

    private final Argument<Path> file = add(Argument.optionalParameter(
                    0,
                    Path.class,
                    "FILE",
                    "Where to save it, as JSON (default: PortIO keeps it, in place of the last one).")
            .converters(TextConverter::path));

    private final Argument<Boolean> force = add(Argument.flag("--force", "Replace FILE if it exists."));

    BaselineSaveCommand() {
        super("TCP listeners and UDP sockets without a peer. Only you can read the file, and it appears complete or"
                + " not at all.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Snapshot all = services().monitor().snapshot();
        Snapshot listeners = all.with(Baseline.listeners(all));
        BaselineFile target = BaselineFile.of(file.value(), services());
        target.write(listeners, force.value());
        int count = listeners.connections().size();
        output().println("Saved a baseline of " + count + (count == 1 ? " listener." : " listeners."));
        output().note(listeners.hiddenOwnersText());
        return ExitCode.OK;
    }
}
