// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example is built by a build of its own, by others: here is checked that PortIO still has what it needs. */
class ExampleTest {

    private static final Path EXAMPLE = Checkout.folder().resolve("examples/org.portio.example");
    private static final Pattern IMPORTS = Pattern.compile("(?m)^import (org\\.portio(?:\\.[a-z]+)+)\\.");
    private static final Pattern IMPORTED = Pattern.compile("(?:^|,)(org\\.portio[a-z.]*)");

    @TempDir
    private Path folder;

    @Test
    void itCompilesAgainstTheProduct() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-proc:none", "-Xlint:all,-classfile,-path", "-d", folder.toString(), "-cp", classPath());

            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();

            assertTrue(compiled, said::toString);
            assertEquals("", said.toString());
        }
    }

    /** Tycho refuses a class whose package the manifest does not import; javac does not know of manifests. */
    @Test
    void itsManifestImportsThePackagesThatItsClassesUse() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path source : sources()) {
            IMPORTS.matcher(Files.readString(source)).results().forEach(match -> used.add(match.group(1)));
        }
        Set<String> imported = new TreeSet<>();
        try (InputStream in = Files.newInputStream(EXAMPLE.resolve("META-INF/MANIFEST.MF"))) {
            String value = new Manifest(in).getMainAttributes().getValue(new Name("Import-Package"));
            IMPORTED.matcher(value).results().forEach(match -> imported.add(match.group(1)));
        }

        assertEquals(used, imported);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** The jars of PortIO, and the annotations of components, which only a build needs. */
    private static String classPath() throws IOException {
        Path annotations = Path.of(System.getProperty("portio.repository"))
                .resolve("org/osgi/org.osgi.service.component.annotations/1.5.1")
                .resolve("org.osgi.service.component.annotations-1.5.1.jar");
        assertTrue(Files.exists(annotations), annotations::toString);
        try (Stream<Path> jars = Files.list(Product.home().resolve("plugins"))) {
            return Stream.concat(jars, Stream.of(annotations))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
