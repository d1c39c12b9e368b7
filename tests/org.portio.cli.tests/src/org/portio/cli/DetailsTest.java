// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.cli.text.DetailsText;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.testing.Sockets;

/** {@code portio list --details}, for sockets about which the made-up source knows more, and for others. */
class DetailsTest {

    private static final SocketDetails DETAILS = new SocketDetails(
            new SocketTimer(SocketTimer.Kind.RETRANSMIT, Duration.ofMillis(210), 3),
            new TcpMetrics(
                    Duration.ofNanos(30_251_000),
                    Duration.ofNanos(5_000),
                    Duration.ofNanos(29_000_000),
                    1_234_567,
                    1_000,
                    -1,
                    2,
                    10,
                    1448));

    private final Cli cli = new Cli(Samples.machine());

    @Test
    void printsALineBelowEachSocketThatHasSome() {
        cli.source.tell(Samples.GUEST, DETAILS);
        assertEquals(
                List.of(
                        "Proto  Local Address   Foreign Address  State        PID    Process",
                        "tcp    127.0.0.1:8080  127.0.0.1:50000  ESTABLISHED  42     java",
                        "    timer retransmit 210ms (expired 3 x), rtt 30.25 ms (+-0.01), shortest 29.00 ms,"
                                + " sent 1,234,567, acknowledged 1,000, retransmitted 2, cwnd 10, mss 1448,"
                                + " control group /user.slice, inode 24601",
                        "tcp    127.0.0.1:8080  *                LISTEN       42,43  java"),
                cli.run("list", "--details", "--port", "8080").lines());
    }

    @Test
    void saysWhereEachProcessComesFrom() {
        cli.processes.origin = new ProcessOrigin(
                List.of(Sockets.process(5, "sh"), Sockets.process(1, "systemd")),
                "/srv",
                "/web.service",
                List.of(new Recognition(Kind.UNIT, "web.service", "the control group /web.service")));

        assertEquals(
                "    java (PID 42) started by sh (PID 5) < systemd (PID 1), works in /srv; inferred: unit web.service"
                        + " from the control group /web.service",
                cli.run("list", "--details", "--no-header", "--established", "--tcp")
                        .lines()
                        .getLast());
    }

    @Test
    void aColumnSaysWhatTheOwnersAre() {
        cli.processes.origin = new ProcessOrigin(
                List.of(),
                "",
                "",
                List.of(
                        new Recognition(Kind.SERVER, "Tomcat", "its name"),
                        new Recognition(Kind.UNIT, "web.service", "")));
        assertEquals(
                List.of(
                        "Proto  Local Address   Foreign Address  State   PID    Process  Recognized",
                        "tcp    127.0.0.1:8080  *                LISTEN  42,43  java     Tomcat, web.service"),
                cli.run("list", "--recognized", "--port", "8080", "--listening").lines());

        Cli.Result json = cli.run("list", "--recognized", "--json");
        assertEquals(2, json.code());
        assertEquals("portio: --recognized works only with the table; in JSON, --details has the same\n", json.err());
    }

    @Test
    void putsThemIntoJson() {
        cli.source.tell(Samples.GUEST, DETAILS);
        String out = cli.run("list", "--details", "--json", "--port", "8080").out();
        JsonArray sockets = JsonParser.parseString(out).getAsJsonObject().getAsJsonArray("connections");
        JsonObject details = sockets.get(0).getAsJsonObject().getAsJsonObject("details");
        assertEquals(
                30_251, details.getAsJsonObject("tcp").get("roundTripMicros").getAsLong());
        assertTrue(sockets.get(1).getAsJsonObject().get("details").isJsonNull());
        assertEquals("[]", sockets.get(1).getAsJsonObject().get("recognized").toString());

        List<String> lines =
                cli.run("list", "--details", "--jsonl", "--port", "8080").lines();
        assertEquals(sockets.get(0), JsonParser.parseString(lines.getFirst()));
    }

    @Test
    void putsIntoJsonWhatIsRecognizedInEachOwner() {
        cli.processes.origin =
                new ProcessOrigin(List.of(), "", "", List.of(new Recognition(Kind.SERVER, "Tomcat", "its name")));
        String out =
                cli.run("list", "--details", "--json", "--established", "--tcp").out();
        assertTrue(
                out.contains(
                        "\"recognized\":[{\"pid\":42,\"kind\":\"server\",\"name\":\"Tomcat\",\"basis\":\"its name\"}]"),
                out);
    }

    @Test
    void hasNoPlaceForThemInCsv() {
        Cli.Result result = cli.run("list", "--details", "--csv");
        assertEquals(2, result.code());
        assertEquals("portio: --details works only with the table, --json and --jsonl\n", result.err());
        assertEquals("", result.out());
    }

    @Test
    void writesTimesInTheirUnit() {
        assertEquals("0ms", DetailsText.time(Duration.ZERO));
        assertEquals("999ms", DetailsText.time(Duration.ofMillis(999)));
        assertEquals("59.9s", DetailsText.time(Duration.ofMillis(59_999)));
        assertEquals("58m12s", DetailsText.time(Duration.ofSeconds(3492)));
        assertEquals("1h58m", DetailsText.time(Duration.ofMinutes(118)));
    }
}
