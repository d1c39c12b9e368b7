// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** A product with a Java and class caches of its own, as the self-contained packages have them. */
class OwnJavaTest extends CopiedProduct {

    @TempDir
    private static Path trained;

    private Path shipped;

    /** Makes Java create the cache of the group help, once: it may be copied. */
    @BeforeAll
    static void train() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:AOTCacheOutput=" + trained.resolve("help.aot"),
                "-cp",
                Product.home().resolve("lib/portio-cli.jar").toString(),
                "org.portio.cli.training.CacheTraining",
                "help");
        Result result = Product.run(Map.of(), command);
        assertTrue(Files.exists(trained.resolve("help.aot")), result.toString());
    }

    /** Puts this Java and the cache into the product. */
    @BeforeEach
    void addJava() throws Exception {
        Files.createSymbolicLink(product.resolve("jre"), Path.of(System.getProperty("java.home")));
        Path folder = Files.createDirectories(product.resolve("lib/cache"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String build = Files.readString(product.resolve("lib/build-id")).strip();
        shipped = folder.resolve("help-" + build + ".aot");
        Files.copy(trained.resolve("help.aot"), shipped);
    }

    @Test
    void isPreferredToAnyOther() throws Exception {
        Result result = Product.run(
                Map.of(
                        "PORTIO_HOME",
                        environment().get("PORTIO_HOME"),
                        "JAVA_HOME",
                        "/nowhere",
                        "PATH",
                        "/usr/bin:/bin"),
                List.of(portio(), "--version"));

        assertEquals(0, result.exitCode(), result.err());
        assertFalse(Files.exists(memory().resolve("java")), "no Java was searched for");
    }

    @Test
    void cachesOfTheProductAreUsedAlsoAfterAMove() throws Exception {
        move(product.resolveSibling("a folder with blänks"));

        String loaded = classesOf("--version");

        assertTrue(loaded.contains(" org.portio.cli.PortioCommand source: shared objects file"), "not from the cache");
        assertEquals(List.of(), made(), "none is made");
    }

    @Test
    void cachesThatOthersCouldHaveWrittenAreLeftAlone() throws Exception {
        Files.setPosixFilePermissions(shipped.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));

        String loaded = classesOf("--version");

        assertFalse(
                loaded.contains("org.portio.cli.PortioCommand source: shared objects file"), "taken from the cache");
    }

    @Test
    void aCacheThatJavaRefusesIsNotTriedAgain() throws Exception {
        Files.writeString(shipped, "damaged");

        Result result = Product.run(environment(), List.of(portio(), "--version"));
        Product.run(environment(), List.of(portio(), "--version"));

        assertEquals("", result.err());
        assertTrue(result.out().startsWith("PortIO "), result.out());
        assertFalse(Files.exists(shipped) && made().isEmpty(), "it is neither removed nor remembered");
    }

    private void move(Path place) throws IOException {
        product = Files.move(product, place);
    }

    private String classesOf(String command) throws Exception {
        Path classes = product.resolveSibling("classes.txt");
        Map<String, String> logged = new HashMap<>(environment());
        logged.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file='" + classes + "'");
        assertEquals(0, Product.run(logged, List.of(portio(), command)).exitCode());
        return Files.readString(classes);
    }

    /** Returns where the start script keeps what it knows of this product. */
    private Path memory() {
        return Path.of(environment().get("PORTIO_HOME") + "/cache/start" + product);
    }

    /** Returns what was made or noted for the user's own caches. */
    private List<Path> made() throws IOException {
        if (!Files.isDirectory(memory())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(memory())) {
            return files.filter(file -> file.getFileName().toString().matches("(making|refused)-.*|.*\\.aot"))
                    .toList();
        }
    }
}
