// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.cli.server.StartServerCommand;
import org.portio.cli.text.TimeText;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.keeper.LostServer;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;
import org.portio.testing.FakeServers;

/** {@code start-server}, {@code stop-server} and {@code servers}. */
class TemporaryServersTest {

    private static final Instant STARTED = Instant.parse("2026-03-01T12:00:00Z");
    private static final String END = System.lineSeparator();

    private final Cli cli = new Cli();
    private final FakeServers servers = cli.keeper.servers;

    @Test
    void startsAnEchoServerOnTheLoopbackAddress() throws Exception {
        Cli.Result result = cli.run("start-server", "8080", "tcp");

        assertEquals(new Cli.Result(0, "Started echo server on TCP 127.0.0.1:8080." + END, ""), result);
        assertEquals(
                new ServerRequest(8080, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null),
                servers.list().getFirst().request());
    }

    @Test
    void takesEveryOption() throws Exception {
        Cli.Result result = cli.run("start-server 8080 TCP --mode HTTP-OK --for 10m --bind [::1]".split(" "));

        ServerStatus server = servers.list().getFirst();
        assertEquals(
                "Started http-ok server on TCP [::1]:8080, until " + TimeText.local(server.ends()) + "." + END,
                result.out());
        assertEquals(
                new ServerRequest(8080, Protocol.TCP, ServerMode.HTTP_OK, "::1", Duration.ofMinutes(10)),
                server.request());
    }

    @Test
    void listensOnAllAddresses() throws Exception {
        assertEquals(
                "Started echo server on UDP *:53." + END,
                cli.run("start-server", "53", "UDP", "--bind", "*").out());
        assertEquals("", servers.list().getFirst().request().address());
    }

    @ParameterizedTest
    @EnumSource(ServerMode.class)
    void knowsEachMode(ServerMode mode) throws Exception {
        assertEquals(
                0,
                cli.run("start-server", "8080", "TCP", "--mode", mode.label()).code());
        assertEquals(mode, servers.list().getFirst().request().mode());
        assertEquals(
                ServerMode.values().length, StartServerCommand.MODES.words().size());
    }

    @Test
    void localhostIsTheAddressOfIpv4() throws Exception {
        assertEquals(
                0, cli.run("start-server", "8080", "TCP", "--bind", "LocalHost").code());

        assertEquals("127.0.0.1", servers.list().getFirst().request().address());
    }

    @Test
    void lostServersAreToldOfWithWhatStartsThemAgainUntilTheyAreForgotten() {
        ServerRequest request = new ServerRequest(8080, Protocol.UDP, ServerMode.ECHO, "", null);
        cli.keeper.lost.add(new LostServer(request, Instant.EPOCH, null));

        Cli.Result told = cli.run("servers");
        assertEquals(1, told.code());
        assertTrue(told.err().contains("start-server 8080 UDP --mode echo --bind '*'"), told.err());
        Cli.Result checked = cli.run("doctor");
        assertTrue(checked.out().contains("start-server 8080 UDP --mode echo --bind '*'"), checked.out());

        Cli.Result stopped = cli.run("stop-server", "8080");
        assertEquals(1, stopped.code());
        assertTrue(stopped.err().contains("no longer listed"), stopped.err());
        assertEquals("", cli.run("servers").err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start-server                           | PORT",
                "start-server 8080                      | TCP|UDP",
                "start-server 0 TCP                     | '0' is not a valid port",
                "start-server 70000 TCP                 | '70000' is not a valid port",
                "start-server 8080 SCTP                 | 'SCTP'",
                "start-server 8080 UDP --mode http-ok   | http-ok is a mode for TCP, not for UDP",
                "start-server 8080 UDP --mode reset     | reset is a mode for TCP, not for UDP",
                "start-server 8080 TCP --mode loud      | unknown mode 'loud'; choose from echo, discard, http-ok,",
                "start-server 8080 TCP --for soon       | 'soon' is not a valid time; write it as 30s, 15m, 2h or 1d",
                "start-server 8080 TCP --for 0          | '0' is too short",
                "stop-server                            | which server?",
                "stop-server 8080 --all                 | either a port or --all",
                "stop-server 0                          | '0' is not a valid port",
                "stop-server 8080 SCTP                  | 'SCTP'",
                "servers --transcript 0                 | '0' is not a valid port",
                "servers extra                          | 'extra'"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) throws Exception {
        Cli.Result result = cli.run(args.split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio " + args.split(" ")[0] + " --help'."), result.err());
        assertEquals(List.of(), servers.list());
    }

    @ParameterizedTest
    @CsvSource({"INVALID, 4", "CONFLICT, 4", "PERMISSION, 3", "NOT_FOUND, 1", "FAILED, 4"})
    void endsWithThePublishedExitCodeWhereItFails(ServerException.Kind kind, int code) {
        servers.failWith(new ServerException(Failure.of(kind, "on purpose")));

        Cli.Result expected = new Cli.Result(code, "", "portio: on purpose" + END);
        assertEquals(expected, cli.run("start-server", "80", "TCP"));
        assertEquals(expected, cli.run("stop-server", "80"));
        assertEquals(expected, cli.run("servers"));
    }

    @Test
    void stopsTheOneThatIsNamedUnasked() throws Exception {
        put(8080, Protocol.TCP);
        put(9090, Protocol.TCP);

        Cli.Result result = cli.run("stop-server", "8080");

        assertEquals(
                new Cli.Result(
                        0,
                        "Stopped echo server on TCP 127.0.0.1:8080: clients 3, bytes received 120, sent 7." + END,
                        ""),
                result);
        assertEquals(9090, servers.list().getFirst().request().port());
        assertEquals("", cli.asked.toString());
    }

    @Test
    void asksForTheProtocolWhereThereIsAServerForEach() throws Exception {
        put(8080, Protocol.TCP);
        put(8080, Protocol.UDP);

        Cli.Result result = cli.run("stop-server", "8080");
        assertEquals(2, result.code());
        assertTrue(result.err().startsWith("portio: which protocol?"), result.err());
        assertEquals(2, servers.list().size());

        assertEquals(0, cli.run("stop-server", "8080", "udp").code());
        assertEquals(Protocol.TCP, servers.list().getFirst().request().protocol());
    }

    @ParameterizedTest
    @CsvSource({"8081, port 8081", "8080 UDP, UDP 8080"})
    void saysThatThereIsNothingToStop(String args, String what) {
        put(8080, Protocol.TCP);

        Cli.Result result = cli.run(("stop-server " + args).split(" "));

        assertEquals(new Cli.Result(1, "", "portio: no server is running on " + what + END), result);
    }

    @Test
    void asksBeforeItStopsAll() throws Exception {
        put(8080, Protocol.TCP);
        put(9090, Protocol.UDP);
        cli.answer = "n";
        Cli.Result refused = cli.run("stop-server", "--all");
        assertEquals(4, refused.code());
        assertEquals(
                List.of(
                        "portio: stops the echo server on TCP 127.0.0.1:8080",
                        "portio: stops the echo server on UDP 127.0.0.1:9090",
                        "portio: nothing was changed"),
                refused.err().lines().toList());
        assertEquals(2, servers.list().size());

        cli.answer = "y";
        assertEquals(2, cli.run("stop-server", "--all").lines().size());
        assertEquals(List.of(), servers.list());
        assertEquals(1, cli.run("stop-server", "--all").code());
    }

    @Test
    void needsYesToStopAllWithoutATerminal() throws Exception {
        put(8080, Protocol.TCP);

        Cli.Result result = cli.run("stop-server", "--all");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("use --yes to continue"), result.err());
        assertEquals(1, servers.list().size());

        assertEquals(0, cli.run("stop-server", "--all", "--yes").code());
        assertEquals(List.of(), servers.list());
    }

    @Test
    void listsServersInColumns() {
        put(8080, Protocol.TCP);
        ServerRequest timed = new ServerRequest(53, Protocol.UDP, ServerMode.DISCARD, "", Duration.ofMinutes(1));
        servers.put(new ServerStatus(timed, STARTED, STARTED.plusSeconds(60), 0, 0, 0, 0));

        Cli.Result result = cli.run("servers");

        String started = TimeText.local(STARTED);
        String ends = TimeText.local(STARTED.plusSeconds(60));
        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        "Proto  Port  Address    Mode     Started              Ends                 Clients  Open"
                                + "  Received  Sent",
                        "tcp    8080  127.0.0.1  echo     " + started + "  -" + " ".repeat(18)
                                + "  3        1     120       7",
                        "udp    53    *          discard  " + started + "  " + ends + "  0        0     0         0"),
                result.lines());
        assertEquals(2, cli.run("servers", "--no-header").lines().size());
    }

    @Test
    void endsWithOneWhereNoneRuns() {
        assertEquals(1, cli.run("servers").code());
        assertEquals(1, cli.run("servers").lines().size());

        Cli.Result json = cli.run("servers", "--json");
        assertEquals(1, json.code());
        assertTrue(document(json).getAsJsonArray("servers").isEmpty());
    }

    @Test
    void printsJsonWithTheVersionOfItsSchema() {
        put(8080, Protocol.TCP);

        JsonObject document = document(cli.run("servers", "--json"));

        assertEquals(1, document.get("schema").getAsInt());
        JsonObject server = document.getAsJsonArray("servers").get(0).getAsJsonObject();
        assertEquals("echo", server.get("mode").getAsString());
        assertEquals(120, server.get("bytesReceived").getAsInt());
    }

    @Test
    void printsWhatClientsDid() {
        put(8080, Protocol.TCP);
        servers.add(new TranscriptEntry(STARTED.plusSeconds(1), "127.0.0.1:50000", "received 2 bytes: \u001b\"hi\""));
        servers.add(new TranscriptEntry(STARTED, "127.0.0.1:50000", "connected"));

        Cli.Result result = cli.run("servers", "--transcript", "8080");

        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        TimeText.local(STARTED) + "  127.0.0.1:50000  connected",
                        TimeText.local(STARTED.plusSeconds(1)) + "  127.0.0.1:50000  received 2 bytes: ?\"hi\""),
                result.lines());

        JsonObject document = document(cli.run("servers", "--transcript", "8080", "--json"));
        assertEquals(2, document.getAsJsonArray("transcript").size());
    }

    @Test
    void hasNoTranscriptOfAPortWithoutAServer() {
        put(8080, Protocol.TCP);

        assertEquals(
                new Cli.Result(1, "", "portio: no server is running on port 8081" + END),
                cli.run("servers", "--transcript", "8081"));
    }

    private void put(int port, Protocol protocol) {
        ServerRequest request = new ServerRequest(port, protocol, ServerMode.ECHO, ServerRequest.LOOPBACK, null);
        servers.put(new ServerStatus(request, STARTED, null, 3, 1, 120, 7));
    }

    private static JsonObject document(Cli.Result result) {
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }
}
