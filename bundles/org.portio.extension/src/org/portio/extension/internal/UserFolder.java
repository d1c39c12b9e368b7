// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.portio.core.system.PrivateFiles;

/** Puts jars into the user's folder, and takes them away. */
record UserFolder(Path folder) {

    /** Copies a jar into the folder, where it is not an extension before it is put in its place. */
    StagedJar stage(Path jar) throws IOException {
        PrivateFiles.claimFolder(folder);
        return StagedJar.of(jar, folder);
    }

    void delete(Collection<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
