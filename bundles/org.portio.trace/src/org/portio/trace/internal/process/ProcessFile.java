// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what the kernel shows of a process or thread in {@code /proc}. */
public final class ProcessFile {

    private ProcessFile() {}

    /** Returns the folder of a process or of a thread, which is not listed but there. */
    public static Path folder(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /** Returns the number in its file {@code status}; empty if the process is gone or the kernel has no such field. */
    static OptionalLong status(Path folder, String field) {
        return field(folder.resolve("status"), field, 10);
    }

    /** Returns the flags of a descriptor, as open(2) has them; empty if there is none or they may not be seen. */
    public static OptionalLong flags(Path folder, int descriptor) {
        return field(folder.resolve("fdinfo").resolve(Integer.toString(descriptor)), "flags", 8);
    }

    private static OptionalLong field(Path file, String field, int radix) {
        String prefix = field + ":";
        return text(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(prefix))
                .mapToLong(
                        line -> Long.parseLong(line.substring(prefix.length()).strip(), radix))
                .findFirst();
    }

    /** Returns what stands in a file; empty if the process is gone, or it may not be read. */
    public static Optional<String> text(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Returns what a link in it leads to, which need not be a file; empty if it may not be seen. */
    public static Optional<String> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
