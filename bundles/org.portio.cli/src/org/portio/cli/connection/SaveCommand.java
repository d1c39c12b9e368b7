// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.nio.file.Path;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.NewFile;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporters;

/** Writes the connections of this moment into a file. */
public final class SaveCommand extends Subcommand {

    private final Argument<Path> file = add(Argument.parameter(
                    0, Path.class, "FILE", "The file, such as NAME.txt, NAME.csv, NAME.json, NAME.html or NAME.md.")
            .converters(TextConverter::path));

    private final Argument<Boolean> force = add(Argument.flag("--force", "Replace the file if it exists."));

    public SaveCommand() {
        super("The file name's extension sets the format: .txt for the layout of netstat, .csv, .json, .html for a"
                + " page with a table to sort and filter, .md for a Markdown table. The file appears complete or"
                + " not at all, and an existing one is kept unless --force is given.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Snapshot snapshot = services().monitor().snapshot();
        save(snapshot, file.value());
        output().note(snapshot.hiddenOwnersText());
        return ExitCode.OK;
    }

    private void save(Snapshot snapshot, Path target) {
        SnapshotExporters exporters = services().exporters();
        try {
            new NewFile(target).write(() -> exporters.save(target, snapshot, force.value()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage(), e);
        }
    }
}
