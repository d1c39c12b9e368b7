// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes files and folders that only their user can read, enter and change, from the first moment and under any umask: what
 * PortIO keeps names users, ports and programs, and says what is run. On systems without modes of files, the user's profile
 * is what protects them.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwx------")));

    private PrivateFiles() {}

    /**
     * Makes a folder of PortIO's own: mode 0700, also if it was there before and others could enter it.
     *
     * @throws IOException if it cannot be made, is not a folder, or belongs to another user and is open to others
     */
    public static void claimFolder(Path folder) throws IOException {
        createFolders(folder);
        close(folder);
    }

    /**
     * Makes a folder with all its parents, each new one with mode 0700; those that are there already stay as they are.
     *
     * @throws IOException if it cannot be made, or is not a folder
     */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            createFolders(parent);
        }
        try {
            Files.createDirectory(folder, attributes(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            // Another process may have been quicker.
            if (!Files.isDirectory(folder)) {
                throw Files.isSymbolicLink(folder) ? toNowhere(folder) : noFolder(folder, e);
            }
        }
    }

    /**
     * Opens a file; one that this makes has mode 0600.
     *
     * @param options with {@link StandardOpenOption#CREATE} or {@code CREATE_NEW} if it may have to be made
     */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        try {
            return FileChannel.open(file, Set.of(options), attributes(file, "rw-------"));
        } catch (NoSuchFileException e) {
            throw Files.isSymbolicLink(file) ? toNowhere(file) : e;
        }
    }

    private static FileSystemException noFolder(Path file, FileAlreadyExistsException cause) {
        var failure =
                new FileAlreadyExistsException(file.toString(), null, "a file where a folder is needed; move it away");
        failure.initCause(cause);
        return failure;
    }

    /** Java names the path only. */
    private static FileSystemException toNowhere(Path link) throws IOException {
        return new FileSystemException(
                link.toString(),
                null,
                "a link to " + Files.readSymbolicLink(link) + ", which does not exist; remove the link");
    }

    /** Adds text to the end of a file in one write, and makes the file and its folder, PortIO's own, if they are not there. */
    public static void append(Path file, String text) throws IOException {
        claimFolder(file.toAbsolutePath().getParent());
        try (FileChannel channel = open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writeAll(channel, StandardCharsets.UTF_8.encode(text));
        } catch (IOException e) {
            throw FileFailure.at(file, e);
        }
    }

    /** Writes a new file, or leaves none. */
    public static void write(Path file, byte[] content) throws IOException {
        FileChannel channel = open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (channel) {
            writeAll(channel, ByteBuffer.wrap(content));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw FileFailure.at(file, e);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Takes all rights to a file or folder away from everybody but its user. A symbolic link stays as it is. */
    public static void close(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        PosixFileAttributes attributes = view.readAttributes();
        Set<PosixFilePermission> permissions = attributes.permissions();
        if (!attributes.isSymbolicLink() && permissions.removeAll(OTHERS)) {
            // Not through the view, which would open the file: a socket cannot be opened.
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
