// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;

/** Reads what Linux reports of the origin of a process: its directory and control group. */
record OriginReader(Path proc) {

    ProcessOrigin read(long pid, List<ProcessInfo> ancestors) {
        Path directory = proc.resolve(Long.toString(pid));
        return new ProcessOrigin(ancestors, workingDirectory(directory), controlGroup(directory), List.of());
    }

    /** Returns that of the process with this directory in /proc; empty if it cannot be read. */
    static String workingDirectory(Path directory) {
        try {
            return Files.readSymbolicLink(directory.resolve("cwd")).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    /** Returns that of cgroup v2, or the one that systemd names its units in, if version 1 is still in use. */
    private static String controlGroup(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("cgroup"), StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
                    .map(line -> line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1))
                    .filter(path -> !"/".equals(path))
                    .findFirst()
                    .orElse("");
        } catch (IOException _) {
            return "";
        }
    }
}
