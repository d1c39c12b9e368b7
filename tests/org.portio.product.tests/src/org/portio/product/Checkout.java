// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
