// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The programs of the desktop as its entries describe them, and the icon that each names. */
final class DesktopEntries {

    private static final int DEEPEST = 3;
    private static final int MOST_BYTES = 200_000;

    /** Names of folders in which the programs of everybody lie: to lie in the same one says nothing. */
    private static final Set<String> COMMON = Set.of("bin", "sbin", "games", "libexec");

    private final Map<String, String> byName = new HashMap<>();
    /** Icons of programs that are started by a script beside them, by the folder of both. */
    private final Map<Path, String> byFolder = new HashMap<>();

    /** Reads the entries below these folders of data, such as {@code /usr/share}; what an earlier one says counts. */
    DesktopEntries(List<Path> dataFolders) {
        dataFolders.forEach(folder -> readAll(folder.resolve("applications")));
    }

    /** Returns the name of the icon, or its path, of the program in this file; empty if no entry starts it. */
    Optional<String> icon(Path executable) {
        String named = byName.get(String.valueOf(executable.getFileName()));
        return Optional.ofNullable(named == null ? byFolder.get(executable.getParent()) : named);
    }

    private void readAll(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            files.filter(file -> file.toString().endsWith(".desktop")).forEach(this::read);
        } catch (IOException | UncheckedIOException _) {
            // What cannot be read has no icon.
        }
    }

    private void read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                return;
            }
            Map<String, String> entry = entry(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            String icon = entry.get("Icon");
            String program = program(entry.getOrDefault("Exec", ""));
            if (icon != null && !program.isEmpty()) {
                put(program, icon);
            }
        } catch (IOException | IllegalArgumentException _) {
            // As above.
        }
    }

    private void put(String program, String icon) {
        Path path = Path.of(program);
        byName.putIfAbsent(path.getFileName().toString(), icon);
        if (path.isAbsolute()) {
            try {
                Path real = path.toRealPath();
                byName.putIfAbsent(real.getFileName().toString(), icon);
                if (!COMMON.contains(String.valueOf(real.getParent().getFileName()))) {
                    byFolder.putIfAbsent(real.getParent(), icon);
                }
            } catch (IOException _) {
                // The entry is older than the program's end.
            }
        }
    }

    /** Returns the keys of the first group, which is that of the program. */
    private static Map<String, String> entry(String text) {
        Map<String, String> entry = new HashMap<>();
        int groups = 0;
        for (String line : text.lines().toList()) {
            groups += line.startsWith("[") ? 1 : 0;
            int equals = line.indexOf('=');
            if (groups == 1 && equals > 0) {
                entry.putIfAbsent(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return entry;
    }

    /** Returns the program of a command, without quotes and without {@code env} and its variables before it. */
    static String program(String command) {
        if (command.startsWith("\"")) {
            int end = command.indexOf('"', 1);
            return end < 0 ? "" : command.substring(1, end);
        }
        for (String word : command.split("\\s+")) {
            if (!word.contains("=") && !word.equals("env") && !word.equals("/usr/bin/env")) {
                return word;
            }
        }
        return "";
    }
}
