// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Words a failure of the file system: for the most frequent ones Java's message is only the path. */
public final class FileFailure {

    private FileFailure() {}

    /** Returns text such as {@code /home/u/x.json: permission denied}; for other failures, Java's message or, without one, their class. */
    public static String text(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        String where = failure instanceof FileSystemException other ? other.getFile() + ": " : "";
        return where + reason(failure);
    }

    /** Returns the same without the file, for a message that has named it already. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "it does not exist";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case FileSystemException other -> other.getClass().getSimpleName();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }

    /** Returns the failure with this file in it: Java names none when a file that is open cannot be written, such as on a full disk. */
    public static IOException at(Path file, IOException failure) {
        if (failure instanceof FileSystemException || failure.getMessage() == null) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }
}
