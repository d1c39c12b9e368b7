// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.portio.core.system.FileFailure;
import org.portio.extension.internal.jar.JarCopy;

/**
 * A copy of a jar in the user's folder that is not an extension yet, and that nobody else can change. Closing deletes it, unless it
 * was put in its place.
 *
 * @param digest the SHA-256 of the copy in hexadecimal digits
 */
record StagedJar(Path file, String digest) implements AutoCloseable {

    /** Copies a jar into a folder of the user's alone. */
    static StagedJar of(Path jar, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".install-", ".tmp");
        try (OutputStream out = Files.newOutputStream(file)) {
            return new StagedJar(file, JarCopy.to(out, jar));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /**
     * Puts it in its place. It is there whole or not at all, and those whose place it takes go only then.
     *
     * @param id of the extension, the name of the file if no other extension has that
     * @param same files with the same extension
     * @return the file
     */
    Path put(String id, List<Path> same) throws IOException {
        Path target = free(id, same);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        for (Path other : same) {
            if (!other.equals(target)) {
                Files.deleteIfExists(other);
            }
        }
        return target;
    }

    private Path free(String id, List<Path> same) {
        Path folder = file.getParent();
        Path free = folder.resolve(id + ".jar");
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS) && !same.contains(free); number++) {
            free = folder.resolve(id + "-" + number + ".jar");
        }
        return free;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Closes it; a copy that cannot be deleted stays, as nobody takes it for an extension. */
    void discard() {
        try {
            close();
        } catch (IOException e) {
            System.getLogger(StagedJar.class.getName())
                    .log(System.Logger.Level.INFO, "a copy could not be deleted: " + FileFailure.text(e));
        }
    }
}
