// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The icons of programs on this desktop. Not for the UI thread. */
final class ProgramIcons {

    private final DesktopEntries entries;
    private final IconFiles files;

    ProgramIcons(List<Path> dataFolders, String theme) {
        entries = new DesktopEntries(dataFolders);
        files = new IconFiles(dataFolders, theme);
    }

    /** Returns those of the user who runs this. */
    static ProgramIcons ofUser() {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> own = Stream.of(folder("XDG_DATA_HOME", home.resolve(".local/share")));
        Stream<Path> shared = Stream.of(
                        variable("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":"))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
        Stream<Path> packages = Stream.of("/var/lib/flatpak/exports/share", "/var/lib/snapd/desktop")
                .map(Path::of);
        List<Path> folders =
                Stream.of(own, shared, packages).flatMap(all -> all).distinct().toList();
        return new ProgramIcons(folders, theme(folder("XDG_CONFIG_HOME", home.resolve(".config"))));
    }

    /** Returns the file of a program's icon: the one that the desktop's entry names, or one that is called as the program is. */
    Optional<Path> of(String executable, String name) {
        try {
            Path program = Path.of(executable.isEmpty() ? name : executable);
            return entries.icon(program)
                    .flatMap(files::find)
                    .or(() -> files.find(String.valueOf(program.getFileName())))
                    .or(() -> files.find(name));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static Path folder(String variable, Path otherwise) {
        String value = variable(variable, "");
        return value.startsWith("/") ? Path.of(value) : otherwise;
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** Returns the theme of GTK's settings; empty if they name none. */
    private static String theme(Path configuration) {
        try (Stream<String> lines = Files.lines(configuration.resolve("gtk-3.0/settings.ini"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("gtk-icon-theme-name"))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException | UncheckedIOException _) {
            return "";
        }
    }
}
