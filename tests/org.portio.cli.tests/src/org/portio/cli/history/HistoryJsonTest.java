// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.Role;
import org.portio.record.Traffic;

class HistoryJsonTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Account ACCOUNT = new Account(
            1,
            listener("127.0.0.1", 8080, process(42, "java")),
            Role.LISTENING,
            new Moment(Instant.MIN, NOON, Evidence.SNAPSHOT),
            Moment.at(NOON.plusSeconds(60), Evidence.SOCKET_END),
            Set.of(TcpState.LISTEN),
            Map.of(42L, "/srv"),
            new Traffic(10, 20, Duration.ofNanos(1_500_000), 1));
    private static final Answer ANSWER = new Answer(
            List.of(ACCOUNT),
            7,
            List.of(new Act(NOON, "ann", "block", "TCP 8080", "nftables", "done", 8080)),
            List.of(new Coverage(NOON, NOON.plusSeconds(60), Set.of(Evidence.SNAPSHOT), 9, 7, 0)));

    private static JsonObject document() {
        return JsonParser.parseString(HistoryJson.document(Question.between(Instant.MIN, NOON), ANSWER, NOON))
                .getAsJsonObject();
    }

    private static JsonObject first(String list) {
        return document().getAsJsonArray(list).get(0).getAsJsonObject();
    }

    @Test
    void writesWhatIsKnown() {
        JsonObject account = first("accounts");
        assertEquals(
                "{\"earliest\":null,\"latest\":\"2026-03-01T12:00:00Z\",\"evidence\":\"snapshot\"}",
                account.get("opened").toString());
        assertEquals(
                "{\"bytesSent\":10,\"bytesReceived\":20,\"minimumRoundTripMicros\":1500,\"retransmissions\":1}",
                account.get("traffic").toString());
        JsonObject owner = account.getAsJsonArray("owners").get(0).getAsJsonObject();
        assertEquals("/srv", owner.get("directory").getAsString());
        assertTrue(document().get("from").isJsonNull());
        assertEquals(2, first("coverage").get("missed").getAsInt());
    }

    @Test
    void eachLineStandsForItself() {
        assertEquals(
                List.of("[schema, account]", "[schema, act]", "[schema, coverage]"),
                HistoryJson.lines(ANSWER)
                        .map(line -> JsonParser.parseString(line)
                                .getAsJsonObject()
                                .keySet()
                                .toString())
                        .toList());
    }

    @Test
    void isAsTheSchemaSays() throws IOException {
        JsonObject schema = schema();
        assertAgrees(document(), schema);
        JsonObject definitions = schema.getAsJsonObject("$defs");
        JsonObject account = first("accounts");
        assertAgrees(account, definitions.getAsJsonObject("account"));
        assertAgrees(account.getAsJsonObject("opened"), definitions.getAsJsonObject("moment"));
        assertAgrees(account.getAsJsonObject("traffic"), definitions.getAsJsonObject("traffic"));
        assertAgrees(account.getAsJsonArray("owners").get(0), definitions.getAsJsonObject("owner"));
        assertAgrees(first("acts"), definitions.getAsJsonObject("act"));
        assertAgrees(first("coverage"), definitions.getAsJsonObject("coverage"));
        assertEquals(
                Arrays.stream(Role.values()).map(Role::label).toList(),
                texts(property(definitions, "account", "role").getAsJsonArray("enum")));
        assertEquals(
                Arrays.stream(Evidence.values()).map(Evidence::label).toList(),
                texts(property(definitions, "moment", "evidence").getAsJsonArray("enum")));
    }

    private static void assertAgrees(JsonElement written, JsonObject schema) {
        Set<String> names = written.getAsJsonObject().keySet();
        assertEquals(names, Set.copyOf(texts(schema.getAsJsonArray("required"))));
        assertEquals(names, schema.getAsJsonObject("properties").keySet());
    }

    private static JsonObject property(JsonObject definitions, String type, String name) {
        return definitions.getAsJsonObject(type).getAsJsonObject("properties").getAsJsonObject(name);
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toList());
    }

    private static JsonObject schema() throws IOException {
        try (Reader reader = new InputStreamReader(
                HistoryJson.class.getResourceAsStream("history.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }
}
