// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One change at a time of what a file stands for: among threads by a lock for each file, since the system does not keep
 * threads apart, among processes by the locked file.
 */
public final class ExclusiveFile implements AutoCloseable {

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final ReentrantLock threads;

    private ExclusiveFile(FileChannel channel, ReentrantLock threads) {
        this.channel = channel;
        this.threads = threads;
    }

    /** Waits until nobody else has it; the system frees it when a process ends in whatever way. */
    public static ExclusiveFile take(Path file) throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(file.toAbsolutePath(), _ -> new ReentrantLock());
        threads.lock();
        FileChannel channel = null;
        try {
            PrivateFiles.claimFolder(file.getParent());
            channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new ExclusiveFile(channel, threads);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            threads.unlock();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            threads.unlock();
        }
    }
}
