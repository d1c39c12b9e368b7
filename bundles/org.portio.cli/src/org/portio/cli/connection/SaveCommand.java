// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
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
        super(
                "The file name's extension sets the format: .txt for the layout of netstat, .csv, .json, .html for a"
                        + " page with a table to sort and filter, .md for a Markdown table. The file appears complete or not at all, and an existing one is kept unless --force is given.");
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
            exporters.save(target, snapshot, force.value());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage(), e);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.PERMISSION, "no permission to write " + target, e);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.CONFLICT, target + " already exists; use --force to replace it", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot write " + target + ": " + reason(e, target), e);
        }
    }

    private static String reason(IOException failure, Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            return "the folder " + folder + " does not exist; create it first";
        }
        // The message of such a failure is the name of the temporary file, which the user never gave.
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? "the system refused" : reason;
    }
}
