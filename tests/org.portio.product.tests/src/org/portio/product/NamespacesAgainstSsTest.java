// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** Sockets in a network namespace that the test makes: the same as ss shows from within it. */
class NamespacesAgainstSsTest {

    private static final String NAME =
            "portio-product-" + ProcessHandle.current().pid();
    private static final Pattern SS_ROW =
            Pattern.compile("(tcp|udp) +\\S+ +\\d+ +\\d+ +\\S+:(\\d+) +\\S+:(\\S+) .*pid=(\\d+).*");
    private static final Pattern PORTIO_ROW =
            Pattern.compile("(tcp|udp)6? +\\S+:(\\d+) +(\\*|\\S+:\\d+) +\\S+ +(\\d+) +java +" + NAME);
    private static final String PROGRAM = """
            void main() throws Exception {
                var server = new java.net.ServerSocket(0, 5, java.net.InetAddress.ofLiteral("127.0.0.1"));
                var client = new java.net.Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept();
                var datagrams = new java.net.DatagramSocket();
                IO.println("ready");
                System.in.read();
            }
            """;

    private boolean made;
    private Process inside;

    @BeforeEach
    void openSocketsInANamespace(@TempDir Path directory) throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may make network namespaces");
        assumeTrue(Product.isInstalled("ip") && Product.isInstalled("ss"), "needs ip and ss (Debian: iproute2)");
        Result add = run("ip", "netns", "add", NAME);
        made = add.exitCode() == 0;
        assumeTrue(made, "no network namespace can be made here: " + add.err());
        run("ip", "-n", NAME, "link", "set", "lo", "up");
        Path program = Files.writeString(directory.resolve("Sockets.java"), PROGRAM);
        inside = new ProcessBuilder(
                        "ip", "netns", "exec", NAME, System.getProperty("java.home") + "/bin/java", program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals("ready", inside.inputReader().readLine());
    }

    @AfterEach
    void removeIt() throws Exception {
        if (inside != null) {
            inside.destroyForcibly();
            inside.waitFor(10, TimeUnit.SECONDS);
        }
        if (made) {
            run("ip", "netns", "del", NAME);
        }
    }

    @Test
    void showsWhatSsShowsFromWithin() throws Exception {
        Result result = Product.run("list", "--all-namespaces", "--numeric", "--no-header");

        Set<String> expected =
                rows(SS_ROW, run("ip", "netns", "exec", NAME, "ss", "-Htunap").out());
        assertEquals(4, expected.size(), expected::toString);
        assertEquals(expected, rows(PORTIO_ROW, result.out()), result.out());
        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void tellsDetailsFromThere() throws Exception {
        Result result = Product.run("list", "--namespace", NAME, "--established", "--tcp", "--details");

        // For each of the two: its row, the kernel's details, and the origin of its process.
        assertEquals(1 + 2 * 3, result.out().lines().count(), result.out());
        assertEquals(
                2,
                result.out().lines().filter(line -> line.startsWith("    rtt ")).count(),
                result.out());
        assertTrue(result.out().contains(" inode "), result.out());
    }

    private static Set<String> rows(Pattern pattern, String text) {
        return text.lines()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2) + " "
                        + row.group(3).replaceFirst(".*:", "") + " " + row.group(4))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Result run(String... command) throws Exception {
        return Product.run(Map.of(), List.of(command));
    }
}
