// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.remap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.Places;
import org.portio.core.system.PrivateFiles;
import org.portio.reservation.Remap;
import org.portio.reservation.Remaps;

/**
 * One file for each given port. Whoever gives it keeps the file locked: the system frees it when that process ends in whatever
 * way, also by a restart of the machine, and what is not locked does not count.
 */
public final class RemapFiles implements Remaps {

    private static final String ENDING = ".json";

    private final Path folder;

    public RemapFiles(Places places) {
        folder = places.state().resolve("remaps");
    }

    @Override
    public List<Remap> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Remap> found = new ArrayList<>();
        try (ExclusiveFile _ = exclusive();
                DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                read(file).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingInt(Remap::asked).thenComparingInt(Remap::given));
        return found;
    }

    private Optional<Remap> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (lock(channel).isPresent()) {
                Files.delete(file);
                return Optional.empty();
            }
            return RemapJson.read(Files.readString(file));
        }
    }

    /** Returns the port's file, locked; empty if another process gives this port. */
    Optional<FileChannel> claim(int port) throws IOException {
        PrivateFiles.claimFolder(folder);
        try (ExclusiveFile _ = exclusive()) {
            FileChannel channel = PrivateFiles.open(
                    file(port), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel).isPresent()) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        }
    }

    /** Gives it back. */
    void release(int port, FileChannel channel) throws IOException {
        try (ExclusiveFile _ = exclusive()) {
            Files.deleteIfExists(file(port));
            channel.close();
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        }
    }

    private Path file(int port) {
        return folder.resolve(port + ENDING);
    }

    private ExclusiveFile exclusive() throws IOException {
        return ExclusiveFile.take(folder.resolve("lock"));
    }
}
