// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;

class HistoryCommandTest {

    private static final String BEFORE = "2026-03-01 ";

    private final Cli cli = new Cli();

    private static Instant at(String time) {
        return LocalDateTime.parse("2026-03-01T" + time)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    @BeforeEach
    void recordSome() {
        add(1, listener("127.0.0.1", 8080, process(42, "java")), "12:00:00", "12:30:00");
        add(2, listener("0.0.0.0", 8080, process(77, "node")), "13:00:00", null);
        add(3, listener("0.0.0.0", 80, process(812, "nginx")), "12:10:00", "12:50:00");
        cli.history.coverage(new Coverage(
                at("12:00:00"), at("14:00:00"), Set.of(Evidence.SNAPSHOT, Evidence.SOCKET_END), 415, 412, 0));
        cli.history.act(new Act(at("12:40:00"), "ann", "block", "TCP 8080 inbound", "nftables", "done", 8080));
    }

    private void add(long id, Connection connection, String opened, String closed) {
        cli.history.account(new Account(
                id,
                connection,
                Role.LISTENING,
                Moment.at(at(opened), Evidence.SNAPSHOT),
                closed == null ? null : new Moment(at(closed), at(closed).plusSeconds(9), Evidence.SNAPSHOT),
                Set.of(TcpState.LISTEN),
                Map.of(),
                null));
    }

    @Test
    void saysWhoHadAPortAndWhatPortioDidToIt() {
        Cli.Result result = cli.run("history", "8080", "--until", BEFORE + "13:30");
        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        "Opened               Closed                         Proto  Local Address   Remote Address "
                                + " Role       PID  Process",
                        "2026-03-01 12:00:00  2026-03-01 12:30:00..12:30:09  tcp    127.0.0.1:8080  *              "
                                + " listening  42   java",
                        "2026-03-01 13:00:00  open                           tcp    0.0.0.0:8080    *              "
                                + " listening  77   node",
                        "2026-03-01 12:40:00  PortIO: block TCP 8080 inbound (nftables, by ann): done"),
                result.lines());
        assertEquals(
                List.of("portio: watched from 2026-03-01 12:00:00 until 2026-03-01 14:00:00 (snapshot, socket-end);"
                        + " missed 3 of 415 connections"),
                result.err().lines().toList());
    }

    @Test
    void saysWhoHadItAtAMoment() {
        Cli.Result certain = cli.run("history", "8080", "--at", BEFORE + "12:10", "--no-header");
        assertEquals(1, certain.lines().size());
        assertTrue(certain.out().startsWith("yes  2026-03-01 12:00:00"), certain.out());
        Cli.Result uncertain = cli.run("history", "8080", "--at", BEFORE + "12:30:05", "--no-header");
        assertTrue(uncertain.out().startsWith("maybe  2026-03-01 12:00:00"), uncertain.out());
    }

    @Test
    void whatWasNotWatchedIsNotFree() {
        Cli.Result result = cli.run("history", "8080", "--at", BEFORE + "11:00");
        assertEquals(1, result.code());
        assertEquals("", result.out());
        assertEquals(
                "portio: not watched: nothing was recorded at 2026-03-01 11:00:00, so nothing is known of it",
                result.err().strip());
    }

    @Test
    void saysWhatWasNotWatched() {
        Cli.Result result = cli.run("history", "81", "--since", BEFORE + "11:00", "--until", BEFORE + "15:00");
        assertEquals(1, result.code());
        assertEquals(
                List.of(
                        "portio: no socket was seen",
                        "portio: watched from 2026-03-01 12:00:00 until 2026-03-01 14:00:00 (snapshot, socket-end);"
                                + " missed 3 of 415 connections",
                        "portio: not watched from 2026-03-01 11:00:00 until 2026-03-01 12:00:00",
                        "portio: not watched from 2026-03-01 14:00:00 until 2026-03-01 15:00:00"),
                result.err().lines().toList());
    }

    @Test
    void takesTheFiltersOfList() {
        assertEquals(
                1,
                cli.run("history", "--process", "nginx", "--no-header", "--until", BEFORE + "12:30")
                        .lines()
                        .size());
        assertEquals(1, cli.run("history", "--udp", "--until", BEFORE + "12:30").code());
        assertEquals(
                3,
                cli.run("history", "--port", "80-8080", "--jsonl", "--until", BEFORE + "12:30")
                        .lines()
                        .size());
    }

    @Test
    void takesAFilterInWords() {
        List<String> all = cli.run("history", "--no-header", "--port", "8080", "--until", BEFORE + "13:30")
                .lines();

        assertEquals(
                all,
                cli.run("history", "--no-header", "--filter", "port:8080", "--until", BEFORE + "13:30")
                        .lines());
        assertTrue(!all.isEmpty());
        Cli.Result unknown = cli.run("history", "--filter", "recvQ:>0");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("there is no column \"recvq\""), unknown::err);
    }

    @Test
    void saysHowManyAreNotShown() {
        Cli.Result result = cli.run("history", "--limit", "1", "--no-header");
        assertEquals(
                "portio: the newest 1 of 3 sockets; see more with --limit",
                result.err().lines().findFirst().orElseThrow());
    }

    @Test
    void writesJson() {
        Cli.Result result = cli.run("history", "8080", "--json");
        assertEquals("", result.err());
        JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
        assertTrue(json.get("from").isJsonNull());
        assertEquals(2, json.get("total").getAsInt());
        assertEquals(
                3,
                json.getAsJsonArray("coverage")
                        .get(0)
                        .getAsJsonObject()
                        .get("missed")
                        .getAsInt());
        JsonObject first = json.getAsJsonArray("accounts").get(0).getAsJsonObject();
        assertEquals(8080, first.getAsJsonObject("connection").get("localPort").getAsInt());
        assertEquals(
                42,
                first.getAsJsonArray("owners")
                        .get(0)
                        .getAsJsonObject()
                        .get("pid")
                        .getAsInt());
        assertEquals(
                List.of(true, true, false, false),
                cli.run("history", "8080", "--jsonl").lines().stream()
                        .map(line ->
                                JsonParser.parseString(line).getAsJsonObject().has("account"))
                        .toList());
    }

    @Test
    void writesCsv() {
        List<String> lines = cli.run("history", "80", "--csv").lines();
        assertTrue(lines.getFirst().startsWith("openedEarliest,openedLatest,closedEarliest,closedLatest,role,"));
        assertTrue(lines.get(1).contains(",listening,,,tcp,ipv4,0.0.0.0,80,"), lines.get(1));
        assertEquals(lines.getFirst().split(",", -1).length, lines.get(1).split(",", -1).length);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        assertEquals(2, cli.run("history", "--at", "1h", "--since", "2h").code());
        assertEquals(2, cli.run("history", "80", "--port", "80").code());
        assertEquals(2, cli.run("history", "--since", "1h", "--until", "2h").code());
        assertEquals(2, cli.run("history", "--limit", "0").code());
        assertEquals(2, cli.run("history", "70000").code());
        assertTrue(cli.run("history", "--at", "soon").err().contains("'soon' is not a valid time"));
    }
}
