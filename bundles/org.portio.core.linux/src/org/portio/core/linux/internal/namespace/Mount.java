// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of {@code /proc/PID/mountinfo}.
 *
 * @param root what of the file system is mounted, by its path in it
 * @param point where it is mounted
 */
public record Mount(String root, Path point) {

    private static final int ROOT = 3;
    private static final int POINT = 4;

    /** Returns the mounts of file systems of one type; none if the table cannot be read. */
    public static List<Mount> ofType(String type, Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .filter(line -> line.contains(" - " + type + " "))
                    .map(line -> line.split(" "))
                    .map(fields -> new Mount(unescaped(fields[ROOT]), Path.of(unescaped(fields[POINT]))))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Blanks and the like are written in octal. */
    private static String unescaped(String text) {
        return text.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }
}
