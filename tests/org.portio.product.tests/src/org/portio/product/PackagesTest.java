// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at the sources: a package is small enough to be seen at a glance, and the packages of a bundle form no cycle. */
class PackagesTest {

    private static final int MOST_FILES = 25;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?((?:[a-z]\\w*\\.)+)[A-Z]");

    @Test
    void noPackageHasMoreFilesThanOneSeesAtAGlance() throws IOException {
        Set<String> large = new TreeSet<>();
        for (Path bundle : bundles()) {
            sources(bundle).forEach((name, files) -> {
                long types = files.stream()
                        .filter(file -> !file.endsWith("package-info.java"))
                        .count();
                if (types > MOST_FILES) {
                    large.add(name + ": " + types);
                }
            });
        }
        assertEquals(Set.of(), large);
    }

    /** An API may make its own implementation, as {@code List.of} does: arrows from it to internal packages do not count. */
    @Test
    void packagesOfABundleFormNoCycle() throws IOException {
        List<String> cycles = new ArrayList<>();
        for (Path bundle : bundles()) {
            Map<String, Set<String>> arrows = arrows(sources(bundle));
            arrows.keySet().stream()
                    .filter(name -> reachable(arrows, name).contains(name))
                    .forEach(cycles::add);
        }
        assertEquals(List.of(), cycles);
    }

    private static Map<String, Set<String>> arrows(Map<String, List<Path>> sources) throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Map.Entry<String, List<Path>> entry : sources.entrySet()) {
            String name = entry.getKey();
            Set<String> imported = new TreeSet<>();
            for (Path file : entry.getValue()) {
                Matcher line = IMPORT.matcher(Files.readString(file));
                while (line.find()) {
                    imported.add(line.group(1).substring(0, line.group(1).length() - 1));
                }
            }
            imported.retainAll(sources.keySet());
            imported.removeIf(other -> other.equals(name) || isInternal(other) && !isInternal(name));
            arrows.put(name, imported);
        }
        return arrows;
    }

    private static boolean isInternal(String name) {
        return name.contains(".internal");
    }

    private static Set<String> reachable(Map<String, Set<String>> arrows, String from) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(arrows.get(from));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(arrows.get(next));
            }
        }
        return reached;
    }

    /** Files by package. */
    private static Map<String, List<Path>> sources(Path bundle) throws IOException {
        Map<String, List<Path>> sources = new TreeMap<>();
        for (Path file : files(bundle.resolve("src"), name -> name.endsWith(".java"))) {
            Matcher declared = PACKAGE.matcher(Files.readString(file));
            if (declared.find()) {
                sources.computeIfAbsent(declared.group(1), _ -> new ArrayList<>())
                        .add(file);
            }
        }
        return sources;
    }

    private static Collection<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(Checkout.folder().resolve("bundles"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .toList();
        }
    }

    private static List<Path> files(Path folder, Predicate<String> wanted) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> wanted.test(file.toString())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
