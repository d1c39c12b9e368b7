// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.NewFile;
import org.portio.cli.command.SavedFile;
import org.portio.cli.command.Services;
import org.portio.core.Snapshot;
import org.portio.core.notice.Baseline;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.PrivateFiles;
import org.portio.export.JsonExporter;

/**
 * The file of a baseline: a snapshot with nothing but listeners.
 *
 * @param isKept whether it is the one that PortIO keeps, and not one of the user's own
 */
public record BaselineFile(Path path, boolean isKept) {

    private static final String SAVE = "portio baseline save";

    /**
     * Returns that of this user.
     *
     * @param own the file that the user named; null for the one that PortIO keeps
     */
    public static BaselineFile of(Path own, Services services) {
        return own == null ? new BaselineFile(services.baseline(), true) : new BaselineFile(own, false);
    }

    /**
     * Reads the baseline.
     *
     * @throws CommandFailure if there is none, or it cannot be read; the message says what to do
     */
    public Baseline read() {
        return Baseline.of(snapshot(ExitCode.CONFLICT));
    }

    /**
     * Reads the sockets.
     *
     * @param ifMissing the exit code if PortIO keeps none
     */
    Snapshot snapshot(ExitCode ifMissing) {
        if (isKept && Files.notExists(path)) {
            throw new CommandFailure(ifMissing, "no baseline is kept; save one first: " + SAVE);
        }
        return SavedFile.read(path, isKept ? SAVE : SAVE + " FILE");
    }

    /** Writes it; PortIO's own replaces the one before. */
    void write(Snapshot snapshot, boolean replace) {
        new NewFile(path).write(() -> {
            if (isKept) {
                PrivateFiles.claimFolder(path.getParent());
            }
            AtomicFile.writePrivate(path, isKept || replace, out -> new JsonExporter().write(snapshot, out));
        });
    }

    /** Removes it; returns false if there is none. */
    boolean remove() {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
