// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.core.SocketDetails;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;

class NamedColumnsTest {

    private final Connection busy = connection(50000, 7);
    private final Connection idle = connection(50001, 8);
    private final Connection listener = Sockets.listener("127.0.0.1", 80);
    private final Cli cli = new Cli(new FakeSource(listener, busy, idle));

    @BeforeEach
    void measure() {
        tell(busy, 3_000_000, 2_048);
        tell(idle, 10, 0);
    }

    @Test
    void showsTheColumnsThatAreNamedInTheirOrder() {
        assertEquals(
                List.of(
                        "State        Local Port  Bytes In  Bytes Out",
                        "ESTABLISHED  80          2.9 MiB   2.0 KiB",
                        "ESTABLISHED  80          10 B      0 B",
                        "LISTEN       80          -         -"),
                cli.run("list", "--columns", "state,localPort,bytesReceived,bytes-sent", "--sort", "-bytesReceived")
                        .lines());
    }

    @Test
    void anAddressHasItsPortUnlessThatIsNamedToo() {
        assertEquals(
                List.of("127.0.0.1:80"),
                cli.run("list", "--no-header", "--listening", "--numeric", "--columns", "local")
                        .lines());
        assertEquals(
                List.of("127.0.0.1  80"),
                cli.run("list", "--no-header", "--listening", "--columns", "localAddress,localPort")
                        .lines());
    }

    @Test
    void jsonAndCsvHaveThemAlone() {
        JsonArray connections = JsonParser.parseString(
                        cli.run("list", "--json", "--columns", "bytesReceived,remotePort", "state:established")
                                .out())
                .getAsJsonObject()
                .getAsJsonArray("connections");
        JsonObject first = connections.get(0).getAsJsonObject();
        assertEquals(List.of("bytesReceived", "remotePort"), List.copyOf(first.keySet()));
        assertEquals(3_000_000, first.get("bytesReceived").getAsLong());

        assertEquals(
                "{\"rttMicros\":1500}",
                cli.run("list", "--jsonl", "--columns", "rttMicros", "bytesReceived:>1000")
                        .out()
                        .strip());
        assertEquals(
                List.of("retransmissions,pid", "3,"),
                cli.run("list", "--csv", "--columns", "retransmissions,pid", "bytesReceived:>1000")
                        .lines());
    }

    @Test
    void theKernelIsAskedForMeasurementsOnlyIfOneIsNamed() {
        cli.run("list");
        cli.run("list", "--json");
        cli.run("list", "--columns", "pid,process", "port:80");
        assertEquals(0, cli.source.measurings());

        cli.run("list", "bytes:>5");
        assertEquals(1, cli.source.measurings());
    }

    @Test
    void aRateIsAskedForTwice() {
        List<String> lines = cli.run("list", "--no-header", "--columns", "remotePort,rate", "rate:>=0")
                .lines();
        assertEquals(2, cli.source.measurings());
        assertEquals(List.of("50000  0 B/s", "50001  0 B/s"), lines);
    }

    @Test
    void anUnknownNameIsAnsweredWithThoseThatAreKnown() {
        Cli.Result result = cli.run("list", "--columns", "pid,speed");
        assertEquals(2, result.code());
        assertTrue(
                result.err().startsWith("portio: 'speed' is not a valid column; choose from protocol, family,"),
                result.err());
        assertTrue(result.err().contains("rate, rttMicros"), result.err());
        assertEquals(2, cli.run("list", "--sort", "pids").code());
        assertEquals(
                2, cli.run("list", "--columns", "pid", "--json", "--details").code());
    }

    private void tell(Connection connection, long received, long sent) {
        Duration roundTrip = Duration.ofNanos(1_500_000);
        cli.source.tell(
                connection,
                new SocketDetails(
                        null, new TcpMetrics(roundTrip, roundTrip, null, sent, sent, received, 3, 10, 1_460)));
    }

    private static Connection connection(int remotePort, long key) {
        return Sockets.tcp(
                        Sockets.endpoint("127.0.0.1", 80),
                        Sockets.endpoint("127.0.0.1", remotePort),
                        TcpState.ESTABLISHED)
                .with()
                .platformKey(key)
                .build();
    }
}
