// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.product.Product.Result;

/** Tests what one start of the command line keeps for the next, and that everything works without it. */
class StartUpTest {

    private static final long PATIENCE_MILLIS = 600_000;
    /**
     * Asking for a logger makes Java look for one in each jar of the class path. To compare two records, or to find a
     * member of a memory layout by its path, Java makes ten classes, which the cache does not keep.
     */
    private static final Pattern UNWANTED =
            Pattern.compile(" (org\\.portio\\.(firewall|keeper|reservation|server)|jdk\\.internal\\.logger)\\."
                    + "| java\\.lang\\.runtime\\.ObjectMethods | jdk\\.internal\\.foreign\\.LayoutPath ");

    /** The home that tests share which only read the classes kept in it: to keep them takes seconds. */
    @TempDir
    private static Path used;

    @TempDir
    private Path home;

    @Test
    void makesACacheAtTheFirstStartAndUsesItAtTheSecond() throws Exception {
        assertEquals(0, start().exitCode());
        awaitCache("help");
        Path classes = home.resolve("classes.txt");

        Map<String, String> logged =
                Map.of("PORTIO_HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
        assertEquals(0, Product.run(logged, "--version").exitCode());

        String loaded = Files.readString(classes);
        for (String name : List.of("org.portio.cli.PortioCommand", "picocli.CommandLine")) {
            assertTrue(loaded.contains(" " + name + " source: shared objects file"), name + " is not from the cache");
        }
    }

    /**
     * A reader of a first start's pipe, such as the window that reads from the helper, must not wait until the cache
     * is made.
     */
    @Test
    void aPipeEndsWithItsCommandThoughTheCacheIsStillBeingMade() throws Exception {
        String reading = "\"$0\" --version | cat; find \"$PORTIO_HOME\" -name 'making-*' | grep -q .";

        Result result = Product.run(
                Map.of("PORTIO_HOME", home.toString()),
                List.of("sh", "-c", reading, Product.home().resolve("portio").toString()));

        assertEquals(0, result.exitCode(), result.toString());
    }

    @Test
    void printsNothingOfJavaItselfOnASmallMachine() throws Exception {
        Result listed =
                Product.run(Map.of("PORTIO_HOME", home.toString(), "JDK_JAVA_OPTIONS", "-XX:MaxRAM=512m"), "list");

        assertTrue(listed.out().startsWith("Proto "), listed.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "list", "check-port 1 TCP", "reserve --help"})
    void loadsNothingThatOnlyOtherCommandsNeed(String arguments) throws Exception {
        // The maker of the cache would write into the same log.
        Product.run(Map.of("PORTIO_HOME", used.toString()), arguments.split(" "));
        awaitCache(used, arguments.startsWith("-") ? "help" : "cli");
        Path classes = home.resolve("classes.txt");

        Map<String, String> logged =
                Map.of("PORTIO_HOME", used.toString(), "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
        Product.run(logged, arguments.split(" "));

        List<String> loaded = Files.readAllLines(classes);
        assertTrue(loaded.stream().anyMatch(line -> line.contains(" org.portio.cli.PortioCommand ")));
        List<String> unwanted =
                loaded.stream().filter(line -> UNWANTED.matcher(line).find()).toList();
        assertEquals(List.of(), unwanted);
    }

    @Test
    void keepsTheClassesOfTheFirewallInACacheOfTheirOwn() throws Exception {
        start();
        awaitCache("help");
        Product.run(Map.of("PORTIO_HOME", home.toString()), "block", "--help");
        awaitCache("firewall");
        Path classes = home.resolve("classes.txt");

        Map<String, String> logged =
                Map.of("PORTIO_HOME", home.toString(), "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
        Product.run(logged, "block", "--help");

        String loaded = Files.readString(classes);
        assertTrue(loaded.contains(" org.portio.firewall.internal.nft.NftBackend source: shared objects file"));
        assertEquals(1, caches("help").size(), "the other cache stays");
    }

    @Test
    void removesTheCacheOfAnEarlierProduct() throws Exception {
        Files.createDirectories(memory());
        Path earlier = Files.writeString(memory().resolve("help-0.aot"), "earlier");

        start();

        awaitCache("help");
        assertFalse(Files.exists(earlier));
    }

    @Test
    void survivesADamagedCacheAndReplacesIt() throws Exception {
        String expected = start().out();
        awaitCache("help");
        Path cache = caches("help").getFirst();
        Files.writeString(cache, "damaged");

        Result result = start();

        assertEquals(new Result(0, expected, ""), result);
        start();
        awaitCache("help");
        assertTrue(Files.size(cache) > 1_000_000, "the cache is still the damaged one");
    }

    @Test
    void worksSilentlyWhereNothingCanBeKept() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "not a directory");

        Result result = Product.run(Map.of("PORTIO_HOME", file.resolve("below").toString()), "--version");

        assertEquals(0, result.exitCode());
        assertEquals("", result.err());
    }

    @Test
    void twoFirstStartsAtOnceDoNotDisturbEachOther() throws Exception {
        CompletableFuture<Result> other = CompletableFuture.supplyAsync(this::startUnchecked);
        Result result = start();

        assertEquals(0, result.exitCode());
        assertEquals("", result.err());
        assertEquals(result, other.join());
        awaitCache("help");
        assertEquals(1, caches("help").size());
    }

    @Test
    void looksAgainForAJavaThatIsGone() throws Exception {
        Files.createDirectories(memory());
        Path remembered = Files.writeString(memory().resolve("java"), home.resolve("gone") + "\n");
        String path = Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH");

        Result result = Product.run(Map.of("PORTIO_HOME", home.toString(), "JAVA_HOME", "", "PATH", path), "--version");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(
                Files.isExecutable(Path.of(Files.readString(remembered).strip()).resolve("bin/java")));
        awaitCache("help");
    }

    private Result start() throws IOException, InterruptedException {
        return Product.run(Map.of("PORTIO_HOME", home.toString()), "--version");
    }

    private Result startUnchecked() {
        try {
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns where the tested product keeps what it knows: below the cache, with its own path repeated. */
    private static Path memory(Path home) {
        return Path.of(home.resolve("cache/start") + Product.home().toString());
    }

    private Path memory() {
        return memory(home);
    }

    private List<Path> caches(String group) throws IOException {
        return caches(home, group);
    }

    private static List<Path> caches(Path home, String group) throws IOException {
        if (!Files.isDirectory(memory(home))) {
            return List.of();
        }
        try (var files = Files.list(memory(home))) {
            return files.filter(file -> file.getFileName().toString().matches(group + "-.*\\.aot"))
                    .toList();
        }
    }

    private static boolean isMaking(Path home, String group) throws IOException {
        try (var files = Files.list(memory(home))) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("making-" + group));
        }
    }

    /** The cache is made in the background; its maker is done when its lock is also gone. */
    private static void awaitCache(Path home, String group) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (caches(home, group).isEmpty() || isMaking(home, group)) {
            assertTrue(System.currentTimeMillis() < deadline, "no cache was made");
            Thread.sleep(50);
        }
    }

    private void awaitCache(String group) throws IOException, InterruptedException {
        awaitCache(home, group);
    }
}
