// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.port.PortProbe;

class CheckPortCommandTest {

    private final Cli cli = new Cli(Samples.machine());

    @Test
    void tellsWhoUsesAPortInEachFamily() {
        Cli.Result result = cli.run("check-port", "8080");
        assertEquals(
                List.of(
                        "Port 8080 is in use.",
                        "tcp ipv4  in use",
                        "  127.0.0.1:8080 -> * LISTEN 42/java,43/java",
                        "  127.0.0.1:8080 -> 127.0.0.1:50000 ESTABLISHED 42/java",
                        "tcp ipv6  free",
                        "udp ipv4  free",
                        "udp ipv6  free"),
                result.lines());
        assertEquals(0, result.code());
    }

    @Test
    void checksOnlyTheProtocolAskedForInAnyCase() {
        Cli.Result result = cli.run("check-port", "8080", "udp");
        assertEquals(List.of("Port 8080 is free.", "udp ipv4  free", "udp ipv6  free"), result.lines());
        assertEquals(1, result.code());
        assertEquals(0, cli.run("check-port", "8080", "TCP").code());
    }

    @Test
    void remotePortIsNotALocalOne() {
        assertEquals(1, cli.run("check-port", "50000").code());
    }

    @Test
    void mentionsLeftoversOfAFreePort() {
        Cli.Result result = cli.run("check-port", "9090", "tcp");
        assertEquals(
                "tcp ipv4  free, except for leftovers in TIME-WAIT that will expire: 1",
                result.lines().get(1));
        assertEquals(1, result.code());
    }

    @Test
    void portThatNoSocketShowsButThatCannotBeBoundIsInUse() {
        cli.probe = PortProbe.Result.TAKEN;
        Cli.Result result = cli.run("check-port", "1234", "tcp");
        assertTrue(result.out().contains("in use: bound by an unlisted socket (state BOUND, owner unknown)"));
        assertEquals(0, result.code());
    }

    @Test
    void saysWhereItCouldNotMakeSure() {
        cli.probe = PortProbe.Result.DENIED;
        Cli.Result result = cli.run("check-port", "80", "tcp");
        assertEquals("Port 80 is not listed.", result.lines().getFirst());
        assertEquals(1, result.code());
    }

    @Test
    void saysThatAnOwnerIsHidden() {
        assertEquals(
                "portio: owners of 1 socket hidden: run with privileges",
                cli.run("check-port", "22").err().strip());
    }

    @Test
    void showsTheListenerAndAFewOfManyConnections() {
        Stream<Connection> guests = IntStream.range(0, 9).mapToObj(CheckPortCommandTest::guest);
        cli.source.show(Stream.concat(guests, Stream.of(Samples.WEB)).toArray(Connection[]::new));
        List<String> lines = cli.run("check-port", "8080", "tcp").lines();
        assertTrue(lines.get(2).contains("LISTEN"), lines.get(2));
        assertEquals("  and 5 more: portio list --port 8080", lines.get(7));
    }

    @Test
    void writesJson() {
        Cli.Result result = cli.run("check-port", "8080", "--json");
        JsonObject answer = JsonParser.parseString(result.out()).getAsJsonObject();
        assertTrue(answer.get("inUse").getAsBoolean());
        assertEquals(4, answer.getAsJsonArray("checks").size());
        JsonObject check = answer.getAsJsonArray("checks").get(0).getAsJsonObject();
        assertEquals("listed", check.get("evidence").getAsString());
        assertEquals(2, check.getAsJsonArray("connections").size());
        assertEquals(0, result.code());
    }

    private static Connection guest(int number) {
        return tcp(
                endpoint("127.0.0.1", 8080),
                endpoint("127.0.0.1", 50000 + number),
                TcpState.ESTABLISHED,
                process(42, "java"));
    }
}
