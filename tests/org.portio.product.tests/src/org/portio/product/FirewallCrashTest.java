// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/**
 * Commands that are killed at a random moment while they block and unblock, in a network namespace that the test
 * makes. The environment variable PORTIO_ROUNDS sets how often; the build tries some.
 */
class FirewallCrashTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "30"));
    private static final String NAME = "portio-crash-" + ProcessHandle.current().pid();
    private static final Pattern TAG = Pattern.compile("portio:v1:[a-z0-9:-]+");

    @TempDir
    private Path home;

    private boolean made;

    @BeforeEach
    void makeNamespace() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        assumeTrue(Product.isInstalled("ip"), "needs ip (Debian: iproute2)");
        assumeTrue(Product.isInstalled("nft"), "needs nft (Debian: nftables)");
        Result add = Product.run(Map.of(), List.of("ip", "netns", "add", NAME));
        made = add.exitCode() == 0;
        assumeTrue(made, "no network namespace can be made here: " + add.err());
    }

    @AfterEach
    void removeNamespace() throws Exception {
        if (made) {
            Product.run(Map.of(), List.of("ip", "netns", "del", NAME));
        }
    }

    @Test
    void leavesNoRuleThatIsNotWrittenDownAndAJournalThatCanBeRead() throws Exception {
        long usual = durationMillis(() -> portio("block", "7999", "TCP", "--yes"));
        Random random = new Random(20260301);
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String port = String.valueOf(8000 + random.nextInt(5));
            String verb = random.nextInt(3) == 0 ? "unblock" : "block";
            OptionalLong whole = kill(random.nextLong(usual + usual / 4 + 1), verb, port, "TCP", "--yes");
            killed += whole.isEmpty() ? 1 : 0;
            // The load of the machine changes, and the first start is a slow one.
            usual = whole.orElse(usual);

            assertTrue(writtenDown().containsAll(inForce()), "round " + round + ": " + inForce());
        }
        assertTrue(killed > ROUNDS / 4, "only " + killed + " were killed in time");
        Result all = portio("unblock", "--all", "--yes");
        assertTrue(all.exitCode() <= 1, all.err());
        assertEquals(Set.of(), inForce());
        assertEquals(1, portio("blocks").exitCode(), "no block is left");
    }

    private interface Action {
        Result run() throws IOException, InterruptedException;
    }

    private static long durationMillis(Action action) throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertEquals(0, action.run().exitCode());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Kills it if it is still running after this time; otherwise returns how many milliseconds it took. */
    private OptionalLong kill(long afterMillis, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.environment().putAll(environment());
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
            return OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
        process.destroyForcibly().waitFor();
        return OptionalLong.empty();
    }

    private Result portio(String... arguments) throws IOException, InterruptedException {
        return Product.run(environment(), command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", NAME));
        command.add(Product.home().resolve("portio").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment() {
        return Map.of("PORTIO_HOME", home.toString());
    }

    /** Tags in the journal, which must be whole. */
    private Set<String> writtenDown() throws IOException {
        String journal = Files.readString(home.resolve("data/firewall_journal.json"));
        assertTrue(JsonParser.parseString(journal).getAsJsonObject().has("blocks"));
        return tags(journal);
    }

    private static Set<String> inForce() throws IOException, InterruptedException {
        List<String> list = List.of("ip", "netns", "exec", NAME, "nft", "list", "ruleset");
        return tags(Product.run(Map.of(), list).out());
    }

    private static Set<String> tags(String text) {
        return TAG.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
