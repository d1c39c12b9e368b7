// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.core.system.PrivateFiles;

/** The right to write into a folder, which one process has at a time; it ends with the process. From any thread. */
final class WriterLock implements AutoCloseable {

    /** Locked by this process: to open and close such a file once more would free it, as POSIX has it. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes it as soon as it is free; empty if it is not for this time. */
    static Optional<WriterLock> take(Folder folder, Duration patience) throws IOException {
        Instant end = Instant.now().plus(patience);
        Optional<WriterLock> lock = tryTake(folder);
        while (lock.isEmpty() && Instant.now().isBefore(end)) {
            Pause.pause();
            lock = tryTake(folder);
        }
        return lock;
    }

    /** Takes it; empty if somebody else has it, in this process or another one. */
    static Optional<WriterLock> tryTake(Folder folder) throws IOException {
        PrivateFiles.claimFolder(folder.path());
        Path file = folder.path().toRealPath().resolve(folder.writerLock().getFileName());
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            taken = channel.tryLock() != null;
            return taken ? Optional.of(new WriterLock(file, channel)) : Optional.empty();
        } finally {
            if (!taken) {
                free(file, channel);
            }
        }
    }

    private static void free(Path file, FileChannel channel) throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HELD.remove(file);
        }
    }

    @Override
    public void close() throws IOException {
        free(file, channel);
    }
}
