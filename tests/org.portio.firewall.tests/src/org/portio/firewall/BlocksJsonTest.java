// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;

class BlocksJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final BlockRequest REQUEST = BlockRequest.of(new PortRange(8000, 8100), Protocol.TCP)
            .withExpiry(Expiry.after(Duration.ofMinutes(15)))
            .withReason("a \"test\"");
    private static final Block BLOCK =
            new Block(ID, REQUEST, "1000", TIME, TIME.plusSeconds(900), "nftables", Block.State.ACTIVE, 12);
    private static final Block UNKNOWN = new Block(
            ID, BlockRequest.of(PortRange.of(53), Protocol.UDP), "0", null, null, "nftables", Block.State.ORPHANED, -1);

    @Test
    void writesABlockToALine() {
        String line = "{\"id\":\"00000000-0000-4000-8000-000000000001\",\"protocol\":\"tcp\",\"firstPort\":8000,"
                + "\"lastPort\":8100,\"direction\":\"inbound\",\"verdict\":\"reject\",\"state\":\"active\","
                + "\"since\":\"2026-03-01T12:00:00Z\",\"expiry\":\"after\",\"until\":\"2026-03-01T12:15:00Z\","
                + "\"hits\":12,\"loopback\":false,\"cutExisting\":false,\"program\":\"\",\"controlGroup\":\"\",\"backend\":\"nftables\",\"uid\":\"1000\",\"reason\":\"a"
                + " \\\"test\\\"\",\"overriddenBy\":null,\"run\":null}";

        assertEquals(
                "{\"schema\":1,\"time\":\"2026-03-01T12:00:00Z\",\"blocks\":[\n" + line + "\n]}",
                BlocksJson.document(List.of(BLOCK), TIME));
    }

    @Test
    void writesNullForWhatIsNotKnown() {
        JsonObject block = blocks(BlocksJson.document(List.of(BLOCK, UNKNOWN), TIME))
                .get(1)
                .getAsJsonObject();

        for (String name : List.of("since", "until", "hits", "overriddenBy")) {
            assertTrue(block.get(name).isJsonNull(), name);
        }
    }

    @Test
    void isADocumentWithoutBlocks() {
        assertEquals(0, blocks(BlocksJson.document(List.of(), TIME)).size());
    }

    /** Compares the output with the schema, so that the two do not drift apart. */
    @Test
    void isWhatTheSchemaDescribes() throws IOException {
        JsonObject block = schema().getAsJsonObject("$defs").getAsJsonObject("block");
        JsonObject properties = block.getAsJsonObject("properties");
        Set<String> required = texts(block.getAsJsonArray("required"));
        JsonObject written =
                blocks(BlocksJson.document(List.of(BLOCK), TIME)).get(0).getAsJsonObject();

        assertEquals(required, written.keySet());
        assertEquals(required, properties.keySet());
        assertEquals(labels(Block.State.values()), values(properties, "state"));
        assertEquals(labels(Expiry.Kind.values()), values(properties, "expiry"));
        assertEquals(labels(Direction.values()), values(properties, "direction"));
        assertEquals(labels(Verdict.values()), values(properties, "verdict"));
    }

    private static JsonArray blocks(String document) {
        JsonObject json = JsonParser.parseString(document).getAsJsonObject();
        assertEquals(new JsonPrimitive(1), json.get("schema"));
        return json.getAsJsonArray("blocks");
    }

    private static JsonObject schema() throws IOException {
        try (Reader reader = new InputStreamReader(
                BlocksJson.class.getResourceAsStream("blocks.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Set<String> values(JsonObject properties, String name) {
        return texts(properties.getAsJsonObject(name).getAsJsonArray("enum"));
    }

    private static Set<String> texts(JsonArray array) {
        return array.asList().stream()
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
    }

    private static Set<String> labels(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
