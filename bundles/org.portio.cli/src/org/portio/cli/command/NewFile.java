// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes. */
public record NewFile(Path path) {

    /** The writing of it. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes it.
     *
     * @throws CommandFailure if that fails; the message says what to do
     */
    public void write(Writing writing) {
        try {
            writing.write();
        } catch (AccessDeniedException e) {
            throw new CommandFailure(ExitCode.PERMISSION, "no permission to write " + path, e);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.CONFLICT, path + " already exists; use --force to replace it", e);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot write " + path + ": " + reason(e), e);
        }
    }

    private String reason(IOException failure) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            return "the folder " + folder + " does not exist; create it first";
        }
        // The message of such a failure is the name of the temporary file, which the user never gave.
        String reason = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        return reason == null ? "the system refused" : reason;
    }
}
