// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

class ServersJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private static final ServerStatus TIMED = new ServerStatus(
            new ServerRequest(8080, Protocol.TCP, ServerMode.HTTP_OK, "127.0.0.1", Duration.ofMinutes(1)),
            TIME,
            TIME.plusSeconds(60),
            3,
            1,
            120,
            7);
    private static final ServerStatus PLAIN =
            new ServerStatus(new ServerRequest(53, Protocol.UDP, ServerMode.ECHO, "", null), TIME, null, 0, 0, 0, 0);
    private static final ServersJson.Lost LOST =
            new ServersJson.Lost(PLAIN.request(), TIME, null, "portio start-server 53 UDP");
    private static final TranscriptEntry ENTRY = new TranscriptEntry(TIME, "127.0.0.1:50000", "received \"hi\"");

    @Test
    void writesAServerToALine() {
        String line = "{\"protocol\":\"tcp\",\"port\":8080,\"address\":\"127.0.0.1\",\"mode\":\"http-ok\","
                + "\"started\":\"2026-03-01T12:00:00Z\",\"ends\":\"2026-03-01T12:01:00Z\",\"clients\":3,\"open\":1,"
                + "\"bytesReceived\":120,\"bytesSent\":7,\"run\":null}";

        assertEquals(
                "{\"schema\":1,\"time\":\"2026-03-01T12:00:00Z\",\"servers\":[\n" + line + "\n],\"lost\":[\n]}",
                ServersJson.document(List.of(TIMED), List.of(), TIME));
    }

    @Test
    void writesWhatIsLostWithTheCommandThatStartsItAgain() {
        String document = ServersJson.document(List.of(TIMED), List.of(LOST), TIME);

        String line = "{\"protocol\":\"udp\",\"port\":53,\"address\":null,\"mode\":\"echo\","
                + "\"started\":\"2026-03-01T12:00:00Z\",\"ends\":null,\"again\":\"portio start-server 53 UDP\"}";
        assertTrue(document.endsWith(",\"lost\":[\n" + line + "\n]}"), document);
        assertEquals(1, array(document, "servers").size());
    }

    @Test
    void writesNullForAllAddressesAndForNoEnd() {
        JsonObject plain = array(ServersJson.document(List.of(TIMED, PLAIN), List.of(), TIME), "servers")
                .get(1)
                .getAsJsonObject();

        for (String name : List.of("address", "ends")) {
            assertTrue(plain.get(name).isJsonNull(), name);
        }
    }

    @Test
    void writesATranscript() {
        assertEquals(
                "{\"schema\":1,\"time\":\"2026-03-01T12:00:00Z\",\"transcript\":[\n"
                        + "{\"time\":\"2026-03-01T12:00:00Z\",\"client\":\"127.0.0.1:50000\","
                        + "\"text\":\"received \\\"hi\\\"\"}\n]}",
                ServersJson.transcript(List.of(ENTRY), TIME));
    }

    @Test
    void isADocumentWithoutServers() {
        assertEquals(
                0,
                array(ServersJson.document(List.of(), List.of(), TIME), "servers")
                        .size());
        assertEquals(
                0, array(ServersJson.transcript(List.of(), TIME), "transcript").size());
    }

    /** Compares the output with the schema, so that the two do not drift apart. */
    @Test
    void isWhatTheSchemaDescribes() throws IOException {
        JsonObject schema = schema();
        JsonObject definitions = schema.getAsJsonObject("$defs");
        String servers = ServersJson.document(List.of(TIMED), List.of(LOST), TIME);
        String transcript = ServersJson.transcript(List.of(ENTRY), TIME);
        assertDescribed(definitions.getAsJsonObject("server"), array(servers, "servers"));
        assertDescribed(definitions.getAsJsonObject("lost"), array(servers, "lost"));
        assertDescribed(definitions.getAsJsonObject("entry"), array(transcript, "transcript"));

        Set<String> written = new HashSet<>(names(servers));
        written.addAll(names(transcript));
        assertEquals(schema.getAsJsonObject("properties").keySet(), written);
    }

    @Test
    void theSchemaListsEveryMode() throws IOException {
        Set<String> modes =
                Arrays.stream(ServerMode.values()).map(ServerMode::label).collect(Collectors.toSet());
        for (String name : List.of("server", "lost")) {
            JsonObject definition = schema().getAsJsonObject("$defs").getAsJsonObject(name);
            JsonObject mode = definition.getAsJsonObject("properties").getAsJsonObject("mode");
            assertEquals(modes, texts(mode.getAsJsonArray("enum")), name);
        }
    }

    private static Set<String> names(String document) {
        return JsonParser.parseString(document).getAsJsonObject().keySet();
    }

    private static void assertDescribed(JsonObject definition, JsonArray written) {
        Set<String> required = texts(definition.getAsJsonArray("required"));
        assertEquals(required, written.get(0).getAsJsonObject().keySet());
        assertEquals(required, definition.getAsJsonObject("properties").keySet());
    }

    private static JsonArray array(String document, String name) {
        JsonObject json = JsonParser.parseString(document).getAsJsonObject();
        assertEquals(new JsonPrimitive(1), json.get("schema"));
        return json.getAsJsonArray(name);
    }

    private static JsonObject schema() throws IOException {
        try (Reader reader = new InputStreamReader(
                ServersJson.class.getResourceAsStream("servers.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Set<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
    }
}
