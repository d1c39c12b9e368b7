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
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/**
 * Test runs that are killed at a random moment while they block, reserve and serve, in a network namespace that the test
 * makes. The environment variable PORTIO_ROUNDS sets how often; the build tries some.
 */
class TestRunCrashTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "3"));
    private static final String NAME = "portio-runs-" + ProcessHandle.current().pid();
    private static final String SCRIPT = """
        "$0" block 8001 TCP --yes --cut
        "$0" reserve 8002 TCP
        "$0" start-server 8003 TCP
        "$0" lease 2 --for 1h
        """;

    /** The processes that are killed. */
    private enum Victim {
        RUN,
        COMMAND,
        BOTH
    }

    @TempDir
    private Path home;

    private boolean made;

    @BeforeEach
    void makeNamespace() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        for (String program : List.of("ip", "nft", "setsid")) {
            assumeTrue(Product.isInstalled(program), "needs " + program);
        }
        Result add = Product.run(Map.of(), List.of("ip", "netns", "add", NAME));
        made = add.exitCode() == 0;
        assumeTrue(made, "no network namespace can be made here: " + add.err());
        inside("ip", "link", "set", "lo", "up");
        inside(
                "nft",
                "add table inet others; add chain inet others input { type filter hook input priority 0; };"
                        + " add rule inet others input tcp dport 9999 counter packets 7 bytes 70 drop");
    }

    @AfterEach
    void removeNamespace() throws Exception {
        if (made) {
            portio("keeper", "stop", "--yes");
            Product.run(Map.of(), List.of("ip", "netns", "del", NAME));
        }
    }

    @Test
    void leaveNothingAfterTheNextCommand() throws Exception {
        String before = rules();
        long usual = run(null, Long.MAX_VALUE);
        assertNothingIsLeft(before, "after a run that ended");
        Random random = new Random(20261129);
        for (int round = 0; round < ROUNDS; round++) {
            Victim victim = Victim.values()[round % Victim.values().length];
            long moment = random.nextLong(usual);
            run(victim, moment);
            assertNothingIsLeft(before, "round " + round + ", " + victim + " killed after " + moment + " ms");
        }
    }

    /** Returns how long it took. */
    private long run(Victim victim, long moment) throws Exception {
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command("with", "--", "sh", "-c", SCRIPT, program()));
        Path said = home.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment());
        Process run = builder.start();
        if (run.waitFor(moment == Long.MAX_VALUE ? 300_000 : moment, TimeUnit.MILLISECONDS) || victim == null) {
            assertTrue(!run.isAlive(), "it ends");
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        kill(victim, run);
        portio("reservations");
        if (victim == Victim.RUN) {
            awaitEndOf(run.pid());
        }
        return 0;
    }

    private static void kill(Victim victim, Process run) throws IOException, InterruptedException {
        if (victim == Victim.RUN) {
            run.destroyForcibly();
        } else if (victim == Victim.BOTH) {
            Product.run(Map.of(), List.of("kill", "-9", "--", "-" + run.pid()));
        } else {
            run.children().filter(TestRunCrashTest::isShell).forEach(ProcessHandle::destroyForcibly);
        }
        assertTrue(run.waitFor(5, TimeUnit.MINUTES), "it ends");
    }

    private static boolean isShell(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(words -> List.of(words).contains("-c"))
                .isPresent();
    }

    /** The rest of the script goes on in the session of the run that was killed. */
    private static void awaitEndOf(long session) throws IOException, InterruptedException {
        List<String> list = List.of("ps", "-s", String.valueOf(session), "-o", "stat=");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (Product.run(Map.of(), list).out().lines().anyMatch(state -> !state.startsWith("Z"))) {
            assertTrue(System.nanoTime() < end, "the script ends");
            Thread.sleep(50);
        }
    }

    private void assertNothingIsLeft(String before, String when) throws IOException, InterruptedException {
        String said = when + "\n" + Files.readString(home.resolve("said"));
        assertEquals(before, rules(), said);
        Path file = home.resolve("data/port_reservations.json");
        if (Files.exists(file)) {
            assertEquals(
                    0,
                    JsonParser.parseString(Files.readString(file))
                            .getAsJsonObject()
                            .getAsJsonArray("reservations")
                            .size(),
                    said);
        }
        assertEquals(1, portio("servers").exitCode(), said);
        assertEquals(1, portio("blocks").exitCode(), said);
    }

    private String rules() throws IOException, InterruptedException {
        return inside("nft", "list", "ruleset").out();
    }

    private static Result inside(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", NAME));
        all.addAll(List.of(command));
        return Product.run(Map.of(), all);
    }

    private Result portio(String... arguments) throws IOException, InterruptedException {
        return Product.run(environment(), command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", NAME, program()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String program() {
        return Product.home().resolve("portio").toString();
    }

    private Map<String, String> environment() {
        return Map.of("PORTIO_HOME", home.toString());
    }
}
