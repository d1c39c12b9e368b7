// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import org.portio.core.system.PrivateFiles;

/** Puts jars into the user's folder, and takes them away. */
record UserFolder(Path folder) {

    /**
     * Copies a jar. It is there whole or not at all, and those whose place it takes go only then.
     *
     * @param id of the extension, the name of the file if no other extension has that
     * @param same files with the same extension
     * @return the file
     */
    Path put(Path jar, String id, List<Path> same) throws IOException {
        PrivateFiles.claimFolder(folder);
        Path target = free(id, same);
        Path copy = folder.resolve("." + id + ".tmp");
        PrivateFiles.write(copy, Files.readAllBytes(jar));
        Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        delete(same.stream().filter(file -> !file.equals(target)).toList());
        return target;
    }

    private Path free(String id, List<Path> same) {
        Path free = folder.resolve(id + ".jar");
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS) && !same.contains(free); number++) {
            free = folder.resolve(id + "-" + number + ".jar");
        }
        return free;
    }

    void delete(Collection<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
