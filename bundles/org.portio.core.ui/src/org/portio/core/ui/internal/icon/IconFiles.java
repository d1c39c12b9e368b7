// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.icon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of icons, as the desktop's specification of icon themes says, as far as they can be shown here. */
final class IconFiles {

    /** The theme that all inherit from, and where programs put their own icons. */
    private static final String COMMON_THEME = "hicolor";

    private static final int MOST_THEMES = 10;

    /** The best first: the size that is shown, one that has any size, then those that are made smaller. */
    private static final List<String> FOLDERS = List.of(
            "16x16/apps",
            "apps/16",
            "scalable/apps",
            "apps/scalable",
            "32x32/apps",
            "apps/32",
            "48x48/apps",
            "apps/48",
            "64x64/apps",
            "apps/64",
            "24x24/apps",
            "22x22/apps",
            "128x128/apps",
            "256x256/apps");

    private static final List<String> ENDINGS = List.of(".png", ".svg");

    /** A name, and no path out of the folders. */
    private static final Pattern NAME = Pattern.compile("[\\w.+-]+");

    private final List<Path> folders;
    private final List<Path> pixmaps;
    private final List<String> themes = new ArrayList<>();

    /**
     * Icons below these folders of data, such as {@code /usr/share}.
     *
     * @param theme the user's; empty if it is not known
     */
    IconFiles(List<Path> dataFolders, String theme) {
        folders = dataFolders.stream().map(folder -> folder.resolve("icons")).toList();
        pixmaps = dataFolders.stream().map(folder -> folder.resolve("pixmaps")).toList();
        addTheme(theme);
        addTheme(COMMON_THEME);
    }

    private void addTheme(String theme) {
        if (!NAME.matcher(theme).matches() || themes.contains(theme) || themes.size() == MOST_THEMES) {
            return;
        }
        themes.add(theme);
        folders.stream()
                .map(folder -> folder.resolve(theme).resolve("index.theme"))
                .filter(Files::isReadable)
                .findFirst()
                .ifPresent(this::addInherited);
    }

    private void addInherited(Path index) {
        try (Stream<String> lines = Files.lines(index)) {
            lines.filter(line -> line.startsWith("Inherits="))
                    .flatMap(line ->
                            Stream.of(line.substring(line.indexOf('=') + 1).split(",")))
                    .map(String::strip)
                    .filter(name -> !name.equals(COMMON_THEME))
                    .toList()
                    .forEach(this::addTheme);
        } catch (IOException | UncheckedIOException _) {
            // Then it inherits from the common one alone.
        }
    }

    /** Returns the file of the icon with this name, or at this path; empty if there is none of a kind that can be shown. */
    Optional<Path> find(String icon) {
        if (icon.startsWith("/")) {
            return Optional.of(Path.of(icon)).filter(file -> isKnown(icon) && Files.isReadable(file));
        }
        String name = isKnown(icon)
                ? icon.substring(0, icon.length() - ENDINGS.getFirst().length())
                : icon;
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Stream<Path> themed = themes.stream()
                .flatMap(theme -> folders.stream().map(folder -> folder.resolve(theme)))
                .filter(Files::isDirectory)
                .flatMap(folder -> FOLDERS.stream().map(folder::resolve));
        return Stream.concat(themed, pixmaps.stream())
                .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static boolean isKnown(String file) {
        return ENDINGS.stream().anyMatch(file::endsWith);
    }
}
