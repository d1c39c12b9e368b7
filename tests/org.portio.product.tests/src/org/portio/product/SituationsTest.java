// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/**
 * Situations that people have reported about tools of this kind, made again with real programs, sockets and
 * firewalls: each is a script in {@code situations/} that uses the packaged product and ends with {@code RIGHT: ...}
 * and exit code 0, or with {@code WRONG: ...}. Each runs in a network of its own.
 */
class SituationsTest {

    private static final Path SCRIPTS = Path.of("situations").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 600;
    private static final int WARM_SECONDS = 120;
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    /** Threads for two at a time, since they spend much of their time waiting. Each has a home and a network of its own. */
    @AutoClose
    private static final ExecutorService RUNNERS = Executors.newFixedThreadPool(2);

    /** A home that contains only what one start keeps for the next; each situation gets a copy. */
    @TempDir
    private static Path warm;

    /** Makes the caches: otherwise each of the situations would begin with slow starts, and with making one itself. */
    @BeforeAll
    static void keepWhatStartsNeed() throws IOException, InterruptedException {
        for (String group : List.of("list", "blocks")) {
            Product.run(Map.of("PORTIO_HOME", warm.toString()), group);
        }
        for (int i = 0; i < WARM_SECONDS && kept() < 2; i++) {
            Thread.sleep(1000);
        }
    }

    private static long kept() throws IOException {
        try (var files = Files.walk(warm)) {
            return files.filter(file -> file.toString().endsWith(".aot")).count();
        }
    }

    @TestFactory
    Stream<DynamicTest> answersRightly() throws IOException {
        try (var files = Files.walk(SCRIPTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".sh") && !file.endsWith("lib.sh"))
                    .sorted()
                    .map(SituationsTest::begin)
                    .toList()
                    .stream();
        }
    }

    private static DynamicTest begin(Path script) {
        Future<Result> result = RUNNERS.submit(() -> run(script));
        return DynamicTest.dynamicTest(SCRIPTS.relativize(script).toString(), () -> {
            assumeTrue(IS_ROOT, "only root can make the network namespaces that " + script.getFileName() + " needs");
            // 99: the situation could not be made.
            assertEquals(0, result.get().exitCode(), () -> said(result.resultNow()));
        });
    }

    private static String said(Result result) {
        return result.out() + result.err();
    }

    private static Result run(Path script) throws IOException, InterruptedException {
        if (!IS_ROOT) {
            return null;
        }
        return Product.run(
                Map.of("PORTIO", Product.home().resolve("portio").toString(), "WARM_HOME", warm.toString()),
                List.of("unshare", "-n", "sh", "-c", "ip link set lo up; exec bash \"$0\"", script.toString()),
                PATIENCE_SECONDS);
    }
}
