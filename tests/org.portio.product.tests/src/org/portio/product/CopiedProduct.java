// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.portio.product.Product.Result;

/** A copy of the product for each test, to be changed: its files are links to those of the whole product, so that one is replaced, not written to. */
abstract class CopiedProduct {

    static final String LIST = "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info";
    /** A script that waits for a window of this title, and ends the program then; 9 if the program has ended before. */
    private static final String AWAIT_WINDOW =
            "\"$0\" workbench & pid=$!; until xwininfo -root -tree | grep -q \"$1\"; do"
                    + " kill -0 $pid 2>/dev/null || exit 9; sleep 0.2; done; kill $pid; wait $pid; exit 0";

    Path product;

    @BeforeEach
    void copy() throws IOException {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        product = Files.createTempDirectory(target, "broken-product").resolve("portio");
        Path whole = Product.home();
        Files.walkFileTree(whole, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(product.resolve(whole.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.createLink(product.resolve(whole.relativize(file)), file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @AfterEach
    void delete() throws Exception {
        Product.run(Map.of(), List.of("rm", "-rf", product.getParent().toString()));
    }

    Result inWindow(String title) throws Exception {
        return onDisplay("sh", "-c", AWAIT_WINDOW, portio(), title);
    }

    Result onDisplay(String... command) throws Exception {
        assumeTrue(Product.isInstalled("xvfb-run") && Product.isInstalled("xwininfo"), "no Xvfb to show a window in");
        Result result = Product.run(environment(), XServer.around(List.of(command)));
        return new Result(result.exitCode(), result.out(), result.out() + result.err());
    }

    Map<String, String> environment() {
        return Map.of("PORTIO_HOME", product.resolveSibling("home").toString());
    }

    String portio() {
        return product.resolve("portio").toString();
    }
}
