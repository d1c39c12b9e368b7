// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.portio.core.system.CommandRunner;

/** The example of {@code docs/feed.md}, as it stands there, follows the feed by libzmq. */
class FeedPageTest extends FeedTestCase {

    private static final String PYTHON = "/usr/bin/python3";

    @Test
    void theExampleTakesASnapshotAndGoesOnFromThere() throws Exception {
        assumeLibrary();
        FeedServer server = start(settings(false));
        Path own = keys.create("dashboard");
        show(server, web(80), visit(80, 5001));
        Path program = Files.writeString(config.resolve("follow.py"), example());
        Process python = new ProcessBuilder(
                        PYTHON,
                        program.toString(),
                        server.status().events().toString(),
                        server.status().snapshots().toString(),
                        keys.serverFile().toString(),
                        own.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = python.inputReader()) {
            String first = lines.readLine();
            // The feed may take the first two states as one, of which nothing is news.
            assertTrue(first.matches("snapshot [01] 2"), first);
            int begun = Integer.parseInt(first.split(" ")[1]);
            show(server, web(80), visit(80, 5001), web(8080));
            assertEquals("opened 8080 3", lines.readLine());
            show(server, web(8080));
            assertEquals(List.of("closed 80 2", "closed 80 1"), List.of(lines.readLine(), lines.readLine()));

            restart(server);

            assertTrue(lines.readLine().startsWith("gap after " + (begun + 2)));
            assertTrue(lines.readLine().startsWith("snapshot "));
        } finally {
            python.destroyForcibly().waitFor();
        }
    }

    /** The same addresses and keys, and another run. */
    private void restart(FeedServer server) throws FeedException {
        FeedSettings settings = FeedSettings.of(
                        server.status().events(), server.status().snapshots(), false)
                .withHeartbeat(HEARTBEAT);
        server.close();
        start(settings);
    }

    private static void assumeLibrary() throws IOException {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            throw new TestAbortedException("skipped: there is no " + PYTHON);
        }
        CommandRunner.Result result =
                CommandRunner.ofSystem().run(List.of(PYTHON, "-c", "import zmq.auth"), "", Duration.ofSeconds(30));
        if (result.exitCode() != 0) {
            throw new TestAbortedException("skipped: Python has no ZeroMQ; on Debian: apt-get install python3-zmq");
        }
    }

    private static String example() throws IOException {
        Path page = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs/feed.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String text = Files.readString(page);
        int start = text.indexOf("```python\n") + "```python\n".length();
        return text.substring(start, text.indexOf("```", start));
    }
}
