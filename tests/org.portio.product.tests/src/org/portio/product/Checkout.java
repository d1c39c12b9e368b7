// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources that this test is built from. */
final class Checkout {

    private Checkout() {}

    /** Finds the top folder of the project: tests run in it, or in a folder of their own below it. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("bundles")) && Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sources of PortIO above " + here));
    }

    /**
     * Returns the files with this extension.
     *
     * @param part of the sources: {@code bundles} or {@code tests}
     */
    static List<Path> sources(String part, String extension) throws IOException {
        try (Stream<Path> all = Files.walk(folder().resolve(part))) {
            List<Path> found = all.filter(file -> file.toString().endsWith("." + extension))
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/bin/"))
                    .toList();
            assertTrue(found.size() > 5, "few files: " + found);
            return found;
        }
    }
}
