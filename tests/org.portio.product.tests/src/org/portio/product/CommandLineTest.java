// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.product.Product.Result;

/** Tests the command line as a process: what it prints where, and how it ends. */
class CommandLineTest {

    @Test
    void listsAListenerOfThisTestWithItsPid() throws Exception {
        try (ServerSocket server = listener()) {
            Result result = Product.run("list", "--listening", "--port", port(server));

            assertEquals(0, result.exitCode(), result.err());
            List<String> lines = result.out().lines().toList();
            assertEquals(2, lines.size(), result.out());
            assertTrue(lines.getFirst().matches("Proto +Local Address +Foreign Address +State +PID +Process"));
            assertTrue(lines.getLast().contains(" LISTEN "), result.out());
            assertTrue(lines.getLast().contains(" " + ProcessHandle.current().pid() + " "), result.out());
        }
    }

    @Test
    void printsJsonThatAProgramCanRead() throws Exception {
        try (ServerSocket server = listener()) {
            Result result = Product.run("list", "--json", "--port", port(server));

            JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
            JsonObject socket = document.getAsJsonArray("connections").get(0).getAsJsonObject();
            assertEquals(1, document.get("schema").getAsInt());
            assertEquals(server.getLocalPort(), socket.get("localPort").getAsInt());
            assertTrue(socket.get("remotePort").isJsonNull());
            assertEquals(ProcessHandle.current().pid(), socket.get("pid").getAsLong());
            assertEquals("", result.err());
        }
    }

    @Test
    void checksAPortInUseAndAFreeOne() throws Exception {
        String port;
        try (ServerSocket server = listener()) {
            port = port(server);
            Result used = Product.run("check-port", port, "TCP");
            assertEquals(0, used.exitCode(), used.err());
            assertTrue(
                    used.out().contains(String.valueOf(ProcessHandle.current().pid())), used.out());
        }
        assertEquals(1, Product.run("check-port", port, "TCP").exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "2, check-port 0",
        "2, check-port 70000",
        "2, check-port abc",
        "2, check-port 80 SCTP",
        "2, list --state OPEN",
        "2, list --port x",
        "2, list --sort colour",
        "2, list --no-such-option",
        "2, no-such-command",
        "2, watch --interval never",
        "2, save connections.docx",
        "2, block 8080 SCTP",
        "2, block 9010-9000 TCP --yes",
        "2, block 8080 TCP --for never",
        "2, block 8080 TCP",
        "2, unblock --yes",
        "2, unblock --all",
        "1, list --pid 4194303",
        "0, --help",
        "0, --version",
        "0, list --help"
    })
    void endsWithThePublishedExitCode(int expected, String arguments) throws Exception {
        Result result = Product.run(arguments.split(" "));

        assertEquals(expected, result.exitCode(), result.err());
        assertFalse(result.err().contains("Exception"), result.err());
        assertFalse(result.err().contains("\tat "), result.err());
        String message = result.err().replaceAll("portio: owners of \\d+ sockets? hidden: .*\n", "");
        assertEquals(expected == 2, message.startsWith("portio: "), message);
    }

    @Test
    void savesWithoutReplacingAFileUnlessForced(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("connections.csv");
        assertEquals(0, Product.run("save", file.toString()).exitCode());
        Files.writeString(file, "mine");

        assertEquals(4, Product.run("save", file.toString()).exitCode());
        assertEquals("mine", Files.readString(file));
        assertEquals(0, Product.run("save", "--force", file.toString()).exitCode());
        assertTrue(Files.readString(file).startsWith("protocol,family,localAddress"));
        try (var files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void endsQuietlyWhenItsReaderGoesAway() throws Exception {
        String portio = Product.home().resolve("portio").toString();

        Result result = Product.run(Map.of(), List.of("sh", "-c", portio + " list | head -n 1"));

        assertEquals(0, result.exitCode());
        assertEquals(1, result.out().lines().count());
        assertFalse(result.err().contains("xception"), result.err());
    }

    @Test
    void saysSoWhenItsOutputCannotBeWritten() throws Exception {
        String portio = Product.home().resolve("portio").toString();

        Result result = Product.run(Map.of(), List.of("sh", "-c", portio + " list --json > /dev/full"));

        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("could not write all of the output"), result.err());
    }

    @Test
    void writesNoColoursIntoAPipe() throws Exception {
        assertFalse(Product.run("list").out().contains("\u001b["));
    }

    @Test
    void loadsNeitherSwtNorEquinoxAndNeedsNoDisplay(@TempDir Path directory) throws Exception {
        Path classes = directory.resolve("classes.txt");

        Result result = Product.run(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes), "list", "--json");

        assertTrue(result.exitCode() <= 1, result.err());
        String loaded = Files.readString(classes);
        assertTrue(loaded.contains(" org.portio.cli."), "the class log is empty");
        assertFalse(loaded.contains(" org.eclipse."), "the command line must not reach Eclipse");
    }

    @Test
    void canBeCalledThroughASymbolicLink(@TempDir Path directory) throws Exception {
        Path link = Files.createSymbolicLink(
                directory.resolve("portio"), Product.home().resolve("portio"));

        assertEquals(
                0, Product.run(Map.of(), List.of(link.toString(), "--version")).exitCode());
    }

    private static ServerSocket listener() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static String port(ServerSocket server) {
        return String.valueOf(server.getLocalPort());
    }
}
