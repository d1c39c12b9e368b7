// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The packaged product, as it lies on the disk.
 *
 * @param product its directory
 */
public record Installation(Path product) {

    /** The remedy for any damage. */
    public static final String REMEDY = "reinstall PortIO, then the bundles that you added to it";

    private static final String LIST = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
    private static final String HEADER = "#encoding=UTF-8\n#version=1\n";
    private static final String MAIN_JAR = "lib/portio-cli.jar";

    /**
     * The result of the check.
     *
     * @param lines the bundles that are there, as lines for Equinox
     */
    record Findings(List<Damage> damage, List<String> lines) {

        /** Returns the list of these bundles, in Equinox' form. */
        String list() {
            return HEADER + String.join("\n", lines) + "\n";
        }
    }

    /** Returns that of this process; empty if it was started otherwise, as from an IDE. */
    public static Optional<Installation> ofSystem() {
        String first = System.getProperty("java.class.path", "").split(System.getProperty("path.separator"), 2)[0];
        Path lib = Path.of(first).toAbsolutePath().normalize().getParent();
        return Optional.ofNullable(lib)
                .filter(folder -> folder.endsWith("lib"))
                .map(folder -> new Installation(folder.getParent()))
                .filter(found -> Files.isDirectory(found.product.resolve("plugins")));
    }

    /** Finds out what is missing or damaged; reads every jar to its end. */
    public List<Damage> damage() {
        List<Damage> damage = new ArrayList<>(findings(JarCheck::isWhole).damage());
        classPath().stream()
                .filter(jar -> !jar.startsWith("plugins/"))
                .map(jar -> damageOf(product.resolve(jar), jar, JarCheck::isWhole))
                .flatMap(Optional::stream)
                .forEach(damage::add);
        return damage;
    }

    /** Looks at all bundles in a few milliseconds, as each start of the workbench can bear. */
    Findings findings() {
        return findings(JarCheck::looksWhole);
    }

    private Findings findings(Predicate<Path> whole) {
        List<Damage> damage = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Set<Path> listed = new LinkedHashSet<>();
        for (BundleLine line : lines(damage)) {
            Path file = line.file(product);
            listed.add(file.normalize());
            Optional<Damage> found = damageOf(file, line.location(), whole);
            found.ifPresent(damage::add);
            if (found.isEmpty()) {
                lines.add(line.text());
            }
        }
        unlisted(listed).forEach(jar -> damage.add(new Damage(Damage.Kind.UNLISTED, jar)));
        return new Findings(damage, lines);
    }

    /** Returns the valid lines, and for bundles that have none the lines that PortIO was shipped with. */
    private List<BundleLine> lines(List<Damage> damage) {
        List<BundleLine> lines = new ArrayList<>();
        try {
            // Any bytes are read: those that are no text make a line that is not valid.
            for (String line : Files.readString(product.resolve(LIST), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList()) {
                BundleLine.of(line).ifPresentOrElse(lines::add, () -> {
                    if (!line.isEmpty() && !HEADER.contains(line + "\n")) {
                        damage.add(new Damage(Damage.Kind.LINE, line));
                    }
                });
            }
        } catch (IOException _) {
            damage.add(new Damage(Damage.Kind.LIST, LIST));
        }
        Set<String> names = new LinkedHashSet<>();
        lines.forEach(line -> names.add(line.bundle()));
        for (BundleLine line : shipped()) {
            if (names.add(line.bundle())) {
                damage.add(new Damage(Damage.Kind.UNLISTED, line.location()));
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<BundleLine> shipped() {
        try (InputStream list = Installation.class.getResourceAsStream("bundles.info")) {
            return list == null
                    ? List.of()
                    : new String(list.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(BundleLine::of)
                            .flatMap(Optional::stream)
                            .toList();
        } catch (IOException _) {
            return List.of(); // what lines there are must do
        }
    }

    private static Optional<Damage> damageOf(Path file, String name, Predicate<Path> whole) {
        if (!Files.exists(file)) {
            return Optional.of(new Damage(Damage.Kind.MISSING, name));
        }
        return whole.test(file) ? Optional.empty() : Optional.of(new Damage(Damage.Kind.BROKEN, name));
    }

    private List<String> unlisted(Set<Path> listed) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(product.resolve("plugins"), "*.jar")) {
            for (Path jar : jars) {
                if (!listed.contains(jar.normalize())) {
                    names.add("plugins/" + jar.getFileName());
                }
            }
        } catch (IOException _) {
            names.clear(); // those that are listed are missing, then, which is said
        }
        return names;
    }

    /** Returns the jars of the command line, relative to the product; the main jar alone if that does not tell the others. */
    private List<String> classPath() {
        List<String> jars = new ArrayList<>(List.of(MAIN_JAR));
        try (JarFile main = new JarFile(product.resolve(MAIN_JAR).toFile())) {
            Manifest manifest = main.getManifest();
            String path = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String jar : path == null ? new String[0] : path.split(" ")) {
                jars.add(jar.startsWith("../") ? jar.substring("../".length()) : "lib/" + jar);
            }
        } catch (IOException _) {
            return List.of(MAIN_JAR);
        }
        return jars;
    }
}
