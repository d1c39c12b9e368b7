// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.portio.core.Protocol;

/**
 * Keeps other test runs of the same user from choosing a port that is held or has been released: each locks a byte of one file,
 * whose place in the file is the number of the port. The system takes the locks of a process that ends.
 */
final class Claims {

    private static final int PORTS = 1 << 16;

    private final Path file;
    /** Stays open: closing any channel of the file would end all locks of this process. */
    private FileChannel channel;

    Claims() {
        this(Path.of(System.getProperty("java.io.tmpdir"), "portio-test-ports-" + System.getProperty("user.name")));
    }

    Claims(Path file) {
        this.file = file;
    }

    /** Claims a port; empty if another test run has it, or another part of this one. */
    synchronized Optional<Claim> claim(Protocol protocol, int port) {
        try {
            if (channel == null) {
                channel = FileChannel.open(
                        file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            }
            FileLock lock = channel.tryLock((long) protocol.ordinal() * PORTS + port, 1, false);
            return Optional.ofNullable(lock).map(Claim::new);
        } catch (OverlappingFileLockException _) {
            return Optional.empty();
        } catch (IOException e) {
            System.getLogger(Claims.class.getName())
                    .log(System.Logger.Level.DEBUG, "other test runs may choose the same ports", e);
            return Optional.of(new Claim(null));
        }
    }
}
