// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the jar of an extension, good or bad, as a test needs it; classes are compiled from their sources. */
public final class ExtensionJar {

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> components = new ArrayList<>();

    private ExtensionJar() {
        headers.put("Manifest-Version", "1.0");
    }

    /** Begins a bundle in version 1.0.0. */
    public static ExtensionJar of(String id) {
        return new ExtensionJar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", id)
                .header("Bundle-Version", "1.0.0");
    }

    /** Begins a jar that is not a bundle. */
    public static ExtensionJar plain() {
        return new ExtensionJar();
    }

    public ExtensionJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public ExtensionJar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public ExtensionJar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a class with its source. */
    public ExtensionJar source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** Adds a component that is published with an interface, and its source. */
    public ExtensionJar component(String className, String service, String source) {
        String file = "OSGI-INF/" + className + ".xml";
        components.add(file);
        headers.put("Service-Component", String.join(",", components));
        return source(className, source).file(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
                   <service><provide interface="%s"/></service>
                   <implementation class="%s"/>
                </scr:component>
                """.formatted(className, service, className));
    }

    /**
     * Writes the jar.
     *
     * @param known classes of whose bundles the sources may use what they like
     */
    public Path write(Path jar, Class<?>... known) {
        try {
            Files.createDirectories(jar.toAbsolutePath().getParent());
            compile(known);
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                if (headers.size() > 1) {
                    put(zip, "META-INF/MANIFEST.MF", manifest());
                }
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    put(zip, file.getKey(), file.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** Lines of a manifest have at most 72 bytes. */
    private byte[] manifest() {
        StringBuilder text = new StringBuilder();
        headers.forEach((name, value) -> text.append((name + ": " + value).replaceAll("(.{70})", "$1\n "))
                .append("\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void compile(Class<?>... known) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("extension");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", folder + "/classes", "-cp"));
        arguments.add(String.join(
                System.getProperty("path.separator"),
                Stream.of(known).map(ExtensionJar::place).distinct().toList()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new AssertionError(said.toString());
        }
        Path classes = folder.resolve("classes");
        try (Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                file(classes.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Returns where the classes of a bundle lie. */
    private static String place(Class<?> known) {
        String place = known.getProtectionDomain().getCodeSource().getLocation().getPath();
        Path bin = Path.of(place, "bin");
        Path classes = Path.of(place, "target", "classes");
        return Files.isDirectory(classes) ? classes.toString() : Files.isDirectory(bin) ? bin.toString() : place;
    }
}
