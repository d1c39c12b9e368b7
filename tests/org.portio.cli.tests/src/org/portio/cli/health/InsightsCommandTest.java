// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.testing.FakeSource;

class InsightsCommandTest {

    private static final Connection LOCAL = listener("127.0.0.1", 8080, process(42, "java"));
    private static final Connection EVERYWHERE = listener("0.0.0.0", 8080, process(77, "java"));

    private final FakeSource source = new FakeSource(LOCAL);
    private final Cli cli = new Cli(source);

    @TempDir
    private Path folder;

    private String saved() {
        String file = folder.resolve("before.json").toString();
        assertEquals(0, cli.run("save", file).code());
        source.show(EVERYWHERE);
        return file;
    }

    @Test
    void endsWithZeroIfNothingStandsOut() {
        Cli.Result result = cli.run("insights");
        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertEquals("portio: nothing stands out\n", result.err());
    }

    @Test
    void comparesWithASavedSnapshot() {
        Cli.Result result = cli.run("insights", "--before", saved());
        assertEquals(1, result.code());
        assertEquals(
                List.of(
                        "[!] TCP 8080 of java (PID 77) can be reached from other machines; before, only from this one",
                        "    seen: 127.0.0.1:8080 before, 0.0.0.0:8080 now",
                        "    try:  have it listen on 127.0.0.1, or block the port: portio block 8080 TCP"),
                result.lines());
    }

    @Test
    void jsonHasTheSocketsAsListHasThem() {
        Cli.Result result = cli.run("insights", "--json", "--before", saved());
        assertEquals(1, result.code());
        JsonObject insight = JsonParser.parseString(result.out())
                .getAsJsonObject()
                .getAsJsonArray("insights")
                .get(0)
                .getAsJsonObject();
        assertEquals("exposed", insight.get("rule").getAsString());
        assertEquals("warning", insight.get("severity").getAsString());
        JsonObject socket = insight.getAsJsonArray("connections").get(0).getAsJsonObject();
        assertEquals(8080, socket.get("localPort").getAsInt());
    }

    @Test
    void fileThatIsMissingIsNamed() {
        Cli.Result result = cli.run("insights", "--before", "/nowhere.json");
        assertEquals(4, result.code());
        assertTrue(result.err().contains("/nowhere.json does not exist"), result.err());
    }
}
