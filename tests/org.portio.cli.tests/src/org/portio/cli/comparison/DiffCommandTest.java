// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.cli.command.ExitCode;
import org.portio.core.Connection;
import org.portio.testing.FakeSource;

class DiffCommandTest {

    private static final Connection LOCAL = listener("127.0.0.1", 8080, process(42, "java"));
    private static final Connection EVERYWHERE = listener("0.0.0.0", 8080, process(77, "java"));
    private static final Connection WEB = listener("0.0.0.0", 80, process(812, "nginx"));

    private final FakeSource source = new FakeSource(LOCAL, WEB);
    private final Cli cli = new Cli(source);

    @TempDir
    private Path folder;

    private String before;

    @BeforeEach
    void saveASnapshot() {
        before = folder.resolve("before.json").toString();
        assertEquals(0, cli.run("save", before).code());
    }

    @Test
    void endsWithZeroIfNothingIsDifferent() {
        Cli.Result result = cli.run("diff", before);
        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("portio: no difference between 20"), result.err());
    }

    @Test
    void showsWhatIsDifferentNow() {
        source.show(EVERYWHERE);
        Cli.Result result = cli.run("diff", before);
        assertEquals(1, result.code());
        assertEquals(
                List.of(
                        "closed   tcp 0.0.0.0:80 -> * LISTEN 812/nginx",
                        "exposure tcp 127.0.0.1:8080=>0.0.0.0:8080 -> * LISTEN 42/java=>77/java"),
                result.lines());
        assertTrue(result.err().startsWith("portio: 2 differences between 20"), result.err());
    }

    @Test
    void comparesTwoFiles() {
        source.show(LOCAL);
        String after = folder.resolve("after.json").toString();
        cli.run("save", after);
        source.fail("nobody asks for the sockets of this moment");
        assertEquals(
                List.of("opened   tcp 0.0.0.0:80 -> * LISTEN 812/nginx"),
                cli.run("diff", after, before).lines());
    }

    @Test
    void showsThoseThatTheFilterChooses() {
        source.show();
        assertEquals(
                List.of("closed   tcp 127.0.0.1:8080 -> * LISTEN 42/java"),
                cli.run("diff", before, "--port", "8080").lines());
        assertEquals(0, cli.run("diff", before, "--port", "9").code());
    }

    @Test
    void writesJson() {
        source.show(WEB);
        Cli.Result result = cli.run("diff", before, "--json");
        assertEquals(1, result.code());
        assertEquals("", result.err());
        JsonObject difference = JsonParser.parseString(result.out())
                .getAsJsonObject()
                .getAsJsonArray("differences")
                .get(0)
                .getAsJsonObject();
        assertEquals("closed", difference.get("kind").getAsString());
        assertEquals(8080, difference.getAsJsonObject("before").get("localPort").getAsInt());
        assertTrue(difference.get("after").isJsonNull());
    }

    @Test
    void saysThatAFileHasOnlySomeOfTheSockets() throws IOException {
        Path some = folder.resolve("some.json");
        Files.writeString(some, cli.run("list", "--port", "80", "--json").out());
        assertTrue(cli.run("diff", some.toString())
                .err()
                .startsWith("portio: " + some
                        + " has 1 of 2 sockets: those that it leaves out look as if they were opened"));
    }

    @Test
    void refusesWhatIsNotASnapshot() throws IOException {
        Path text = Files.writeString(folder.resolve("ports.txt"), "Active Internet connections");
        Cli.Result result = cli.run("diff", text.toString());
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals(
                "portio: " + text + " is not a snapshot that 'portio save NAME.json' has saved: this is not JSON",
                result.err().strip());
    }

    @Test
    void saysThatAFileDoesNotExist() {
        Path missing = folder.resolve("missing.json");
        Cli.Result result = cli.run("diff", missing.toString());
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals(
                "portio: " + missing + " does not exist; save a snapshot first: portio save NAME.json",
                result.err().strip());
    }
}
