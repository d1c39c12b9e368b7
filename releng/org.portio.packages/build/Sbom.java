// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what a package holds as a CycloneDX bill of materials: each bundle with its checksum and license, and Java.
 *
 * @param product directory of the product
 * @param target target definition, which names the Maven artifact of each bundle
 */
record Sbom(Path product, Path target, String version, Instant time) {

    private static final Pattern ARTIFACT = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    /** Artifacts by the names of their bundles that do not resemble them. */
    private static final Map<String, String> RENAMED = Map.of(
            "org.objectweb.asm.tree.analysis", "asm-analysis",
            "org.w3c.css.sac", "xml-apis-ext",
            "bcpg", "bcpg-jdk18on",
            "bcprov", "bcprov-jdk18on",
            "bcutil", "bcutil-jdk18on");

    void write(Path file) throws IOException {
        List<MatchResult> artifacts = ARTIFACT.matcher(Files.readString(target)).results().toList();
        List<String> components = new ArrayList<>();
        try (Stream<Path> jars = Files.list(product.resolve("plugins"))) {
            for (Path jar : jars.filter(Files::isRegularFile).sorted().toList()) {
                components.add(component(jar, artifacts));
            }
        }
        if (Files.exists(product.resolve("jre"))) {
            components.add(java());
        }
        Files.writeString(file, """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {
                    "timestamp": "%s",
                    "component": { "type": "application", "bom-ref": "portio", "name": "portio", "version": "%s", \
                "licenses": [ { "license": { "id": "EPL-2.0" } } ] }
                  },
                  "components": [
                %s
                  ]
                }
                """.formatted(time, version, String.join(",\n", components)));
    }

    private String component(Path jar, List<MatchResult> artifacts) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Attributes manifest = opened.getManifest().getMainAttributes();
            String name = manifest.getValue("Bundle-SymbolicName").replaceFirst(";.*", "").strip();
            String bundleVersion = manifest.getValue("Bundle-Version");
            String license = Libraries.of(name, Files.readString(product.resolve("NOTICE.md"))).license();
            String found = name.startsWith("org.portio.") ? null : purl(opened, name, artifacts);
            return """
                        { "type": "library", "bom-ref": "%s", "name": "%s", "version": "%s"%s, \
                    "hashes": [ { "alg": "SHA-256", "content": "%s" } ], "licenses": [ { "expression": "%s" } ] }"""
                    .formatted(
                            jar.getFileName(), name, bundleVersion, found == null ? "" : ", \"purl\": \"" + found + "\"",
                            Checksums.of("SHA-256", jar), license);
        }
    }

    /** Returns the package URL of the Maven artifact: from what Maven left in the jar, otherwise from the target definition. */
    private static String purl(JarFile jar, String name, List<MatchResult> artifacts) throws IOException {
        List<String> named = jar.stream().map(entry -> entry.getName()).filter(entry -> entry.endsWith("/pom.properties")).toList();
        if (named.size() == 1) {
            Properties maven = new Properties();
            try (InputStream in = jar.getInputStream(jar.getEntry(named.getFirst()))) {
                maven.load(in);
            }
            return purl(maven.getProperty("groupId"), maven.getProperty("artifactId"), maven.getProperty("version"));
        }
        return artifacts.stream()
                .filter(known -> isOf(known.group(1), known.group(2), name))
                .map(known -> purl(known.group(1), known.group(2), known.group(3)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The Maven artifact of " + name + " is not known; see Sbom.isOf"));
    }

    private static boolean isOf(String group, String artifact, String name) {
        return name.equals(artifact)
                || name.equals(group + "." + artifact)
                || Stream.of("", "org.objectweb.", "com.sun.").anyMatch(before -> name.equals(before + artifact.replace('-', '.')))
                || artifact.equals(RENAMED.get(name));
    }

    private static String purl(String group, String artifact, String version) {
        return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }

    /** Returns the component of the trimmed Java, which tells of itself in a file. */
    private String java() throws IOException {
        Map<String, String> release = Files.readAllLines(product.resolve("jre/release")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].replace("\"", "")));
        String java = release.getOrDefault("JAVA_RUNTIME_VERSION", release.get("JAVA_VERSION"));
        return """
                    { "type": "platform", "bom-ref": "java", "name": "OpenJDK", "version": "%s", "purl": "pkg:generic/openjdk@%s", \
                "description": "modules %s", "licenses": [ { "expression": "GPL-2.0-only WITH Classpath-exception-2.0" } ] }"""
                .formatted(java, java.replace("+", "%2B"), release.get("MODULES"));
    }
}
