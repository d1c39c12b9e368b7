// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.process.Recognizer;

/**
 * Recognizes the project of a process that works in its directory or below, by the files that build tools keep there.
 *
 * @param proc where processes have their directories: a process in a container sees other files under the same name
 */
record ProjectDirectory(Path proc) implements Recognizer {

    private static final List<String> SIGNS = List.of(
            "package.json",
            "pom.xml",
            "build.gradle",
            "build.gradle.kts",
            "pyproject.toml",
            "go.mod",
            "Cargo.toml",
            ".git");

    @Override
    public List<Recognition> recognize(ProcessInfo process, ProcessOrigin origin) {
        if (origin.workingDirectory().isEmpty()) {
            return List.of();
        }
        Path seen = proc.resolve(process.pid() + "/cwd");
        Path named = Path.of(origin.workingDirectory());
        // The root itself has no name that a project could have.
        for (; named != null && named.getFileName() != null; named = named.getParent(), seen = seen.resolve("..")) {
            for (String sign : SIGNS) {
                if (Files.exists(seen.resolve(sign))) {
                    return List.of(
                            new Recognition(Kind.PROJECT, named.getFileName().toString(), sign + " in " + named));
                }
            }
        }
        return List.of();
    }
}
