// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of bundles in {@code docs/architecture.md} names for each bundle those that its manifest imports. */
class ArchitectureTest {

    private static final String PREFIX = "org.portio.";

    /** The bundles with their manifests, by name. */
    private final Map<String, Attributes> bundles = new TreeMap<>();
    /** The bundle that exports each package. */
    private final Map<String, String> exporters = new TreeMap<>();

    ArchitectureTest() throws IOException {
        try (Stream<Path> folders = Files.list(Checkout.folder().resolve("bundles"))) {
            for (Path manifest : folders.map(folder -> folder.resolve("META-INF/MANIFEST.MF"))
                    .filter(Files::exists)
                    .toList()) {
                try (InputStream in = Files.newInputStream(manifest)) {
                    Attributes headers = new Manifest(in).getMainAttributes();
                    String name = headers.getValue("Bundle-SymbolicName").split(";")[0];
                    bundles.put(name, headers);
                    packages(headers, "Export-Package").forEach(exported -> exporters.put(exported, name));
                }
            }
        }
    }

    @Test
    void theTableOfBundlesIsThatOfTheManifests() throws IOException {
        Map<String, Set<String>> written = new TreeMap<>();
        for (String line : Files.readAllLines(Checkout.folder().resolve("docs/architecture.md"))) {
            String[] cells = line.replace("`", "").split("\\|");
            if (line.startsWith("| `") && cells.length == 4 && bundles.containsKey(cells[1].strip())) {
                written.putIfAbsent(cells[1].strip(), bundlesIn(cells[3]));
            }
        }

        Map<String, Set<String>> imported = new TreeMap<>();
        bundles.forEach((name, headers) -> imported.put(name, imported(headers)));
        assertTrue(imported.values().stream().anyMatch(others -> others.size() > 1), imported.toString());
        assertEquals(lines(imported), lines(written), "what a bundle may import, by docs/architecture.md");
    }

    /** Returns the bundles that a cell names, by their names without the prefix or by a package of theirs. */
    private Set<String> bundlesIn(String cell) {
        Set<String> named = new TreeSet<>();
        for (String part : cell.split("[,;]")) {
            String word = part.strip().split(" ")[0];
            String full = word.startsWith(PREFIX) ? word : PREFIX + word;
            named.add(bundles.containsKey(full) ? full : exporters.getOrDefault(full, ""));
        }
        named.remove("");
        return named;
    }

    private Set<String> imported(Attributes headers) {
        Set<String> others = new TreeSet<>();
        packages(headers, "Import-Package")
                .filter(exporters::containsKey)
                .map(exporters::get)
                .forEach(others::add);
        return others;
    }

    /** Returns the names in a header that lists packages, without their attributes. */
    private static Stream<String> packages(Attributes headers, String header) {
        String value = headers.getValue(header);
        return value == null
                ? Stream.empty()
                : Arrays.stream(value.replaceAll("\"[^\"]*\"", "").split(",")).map(one -> one.split(";")[0].strip());
    }

    private static String lines(Map<String, Set<String>> imports) {
        List<String> lines = imports.entrySet().stream()
                .map(entry -> entry.getKey() + " -> " + String.join(", ", entry.getValue()))
                .toList();
        return String.join("\n", lines);
    }
}
