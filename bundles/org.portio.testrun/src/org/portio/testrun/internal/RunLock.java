// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.portio.core.system.PrivateFiles;

/**
 * Shows that the process of a run lives: the system frees the lock of its file when the process ends in whatever way, and at
 * a restart; a pid would be another one's by then. This process knows its own: to open and close such a file would free it.
 */
public final class RunLock implements AutoCloseable {

    private static final Set<String> OWN = new HashSet<>();

    private final String run;
    private final FileChannel channel;

    private RunLock(String run, FileChannel channel) {
        this.run = run;
        this.channel = channel;
    }

    /** Takes that of a new run. */
    static RunLock take(String run, Path file) throws IOException {
        synchronized (OWN) {
            FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            OWN.add(run);
            return new RunLock(run, channel);
        }
    }

    /** Returns whether the process of a run lives. Shared, so that those who ask do not take each other for the process. */
    static boolean isTaken(String run, Path file) throws IOException {
        synchronized (OWN) {
            if (OWN.contains(run)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                    FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
                return lock == null;
            } catch (NoSuchFileException _) {
                return false;
            } catch (OverlappingFileLockException _) {
                return true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (OWN) {
            OWN.remove(run);
            channel.close();
        }
    }
}
