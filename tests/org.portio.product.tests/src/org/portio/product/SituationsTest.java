// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.portio.product.Product.Result;

/**
 * Situations that people have reported about tools of this kind, made anew with real programs, sockets and firewalls: each is
 * a script in {@code situations/} that uses the packaged product and ends with {@code RIGHT: ...} and exit code 0, or with
 * {@code WRONG: ...}. Each runs in a network of its own.
 */
class SituationsTest {

    private static final Path SCRIPTS = Path.of("situations").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 600;

    @TestFactory
    Stream<DynamicTest> answersRightly() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".sh") && !file.endsWith("lib.sh"))
                    .sorted()
                    .map(file ->
                            DynamicTest.dynamicTest(SCRIPTS.relativize(file).toString(), () -> run(file)))
                    .toList()
                    .stream();
        }
    }

    private static void run(Path script) throws IOException, InterruptedException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root can make the network namespaces that " + script.getFileName() + " needs");
        Result result = Product.run(
                Map.of("PORTIO", Product.home().resolve("portio").toString()),
                List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec bash \"$0\"", script.toString()),
                PATIENCE_SECONDS);
        // 99: the situation could not be made.
        assertEquals(0, result.exitCode(), result.out() + result.err());
    }
}
