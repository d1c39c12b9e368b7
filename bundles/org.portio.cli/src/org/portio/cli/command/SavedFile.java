// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.portio.cli.text.Output;
import org.portio.core.Snapshot;
import org.portio.export.NotASnapshotException;
import org.portio.export.SavedSnapshot;

/**
 * Reads snapshots that {@code portio save NAME.json} has saved.
 *
 * @param output where it is noted if one of them has not all sockets
 */
public record SavedFile(Output output) {

    /**
     * Reads one, and notes it if it has not all sockets.
     *
     * @throws CommandFailure if it cannot be read, or is something else; the message says what to do
     */
    public Snapshot read(Path file) {
        Snapshot snapshot = read(file, "portio save NAME.json");
        noteIfChosen(file, snapshot);
        return snapshot;
    }

    /**
     * Reads one.
     *
     * @param maker the command that writes such a file
     * @throws CommandFailure if it cannot be read, or is something else; the message says what to do
     */
    public static Snapshot read(Path file, String maker) {
        try {
            return SavedSnapshot.read(file);
        } catch (NotASnapshotException e) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    file + " is not a snapshot that '" + maker + "' has saved: " + e.getMessage(),
                    e);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCode.CONFLICT, file + " does not exist; save a snapshot first: " + maker, e);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.PERMISSION, "no permission to read " + file, e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void noteIfChosen(Path file, Snapshot snapshot) {
        int there = snapshot.connections().size();
        if (there < snapshot.total()) {
            output.note(file + " has " + there + " of " + snapshot.total()
                    + " sockets: those that it leaves out look as if they were opened or closed");
        }
    }
}
