// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file under another name first, so that nobody ever sees half of it, also after a crash. */
public final class AtomicFile {

    /** The content of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /** Opens the new file under its first name. */
    @FunctionalInterface
    private interface Opener {
        FileChannel open(Path file, OpenOption... options) throws IOException;
    }

    /**
     * Writes a file for the user, in UTF-8, with the permissions that the umask gives.
     *
     * @throws FileAlreadyExistsException if the file exists, or comes to exist meanwhile, and is not to be replaced
     */
    public static void write(Path file, boolean replace, Content content) throws IOException {
        write(file, replace, content, FileChannel::open);
    }

    /**
     * Writes a file of PortIO's own, in UTF-8, that nobody but its user can read or change.
     *
     * @throws FileAlreadyExistsException if the file exists, or comes to exist meanwhile, and is not to be replaced
     */
    public static void writePrivate(Path file, boolean replace, Content content) throws IOException {
        write(file, replace, content, PrivateFiles::open);
    }

    private static void write(Path file, boolean replace, Content content, Opener opener) throws IOException {
        if (!replace && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        // Nobody else's at this moment, which is enough; random numbers to be relied on take a command line
        // milliseconds.
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
        try {
            writeAndSync(temporary, content, opener);
            publish(temporary, file, replace);
            syncFolder(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeAndSync(Path file, Content content, Opener opener) throws IOException {
        try (FileChannel channel = opener.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Writer out = new BufferedWriter(Channels.newWriter(channel, encoder(), -1))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Half of a surrogate pair, which no text has, is written as U+FFFD: it must not keep a file from being written. */
    private static CharsetEncoder encoder() {
        return StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
    }

    /** Syncs the folder, so that a loss of power does not lose the file's name. Windows has no such call. */
    private static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // The file itself is written.
        }
    }

    /** A hard link is made in one step and only if the name is free; a rename would replace a file without asking. */
    private static void publish(Path temporary, Path file, boolean replace) throws IOException {
        if (replace) {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            Files.createLink(file, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException _) {
            publishWithoutLink(temporary, file);
        }
    }

    /** Publishes on file systems without hard links: creating the empty file also takes the name in one step. */
    private static void publishWithoutLink(Path temporary, Path file) throws IOException {
        Files.createFile(file);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
