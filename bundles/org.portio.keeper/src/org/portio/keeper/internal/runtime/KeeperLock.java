// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.portio.core.system.PrivateFiles;

/**
 * A lock that one process of this user has at a time; the system frees it when that process ends in whatever way. The file
 * stays: to remove it would part those who have opened it from those who come.
 */
public final class KeeperLock implements AutoCloseable {

    private final FileChannel channel;

    private KeeperLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it, or is empty if somebody else has it. */
    public static Optional<KeeperLock> take(Path file) throws IOException {
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another thread of this process has it.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new KeeperLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
