// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.json.internal.JsonText;

/** Tests of values and their text; the library says what the text must be. */
class JsonTest {

    private static final String ALL =
            "{\"a\":[1,-2.50,1e400,true,false,null,[],{},\"t\"],\"b\":{\"c\":{\"d\":[[1],[2]]}}}";

    @Test
    void writesTheTextThatItHasRead() {
        assertEquals(ALL, Json.parse(ALL).toString());
    }

    @Test
    void writesEachCharacterAsTheLibraryDoes() {
        StringBuilder all = new StringBuilder();
        for (char sign = 0; sign < 0x2100; sign++) {
            all.append(sign);
        }
        JsonObject ours = new JsonObject().put("a\"b", all + "<>&='");
        com.google.gson.JsonObject theirs = new com.google.gson.JsonObject();
        theirs.addProperty("a\"b", all + "<>&='");
        assertEquals(theirs.toString(), ours.toString());
        assertEquals(ours, Json.parse(ours.toString()));
    }

    @Test
    void indentsAsTheLibraryDoes() throws IOException {
        JsonElement theirs = JsonParser.parseString(ALL);
        StringBuilder ours = new StringBuilder();
        JsonText.writeIndented(Json.parse(ALL), ours);
        assertEquals(
                new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(theirs),
                ours.toString());
    }

    @Test
    void comparesWhatIsSaidAndNotItsOrder() {
        assertEquals(
                Json.parse("{\"a\":1,\"b\":[2]}"),
                new JsonObject().put("b", List.of(2)).put("a", 1));
        assertNotEquals(Json.parse("{\"a\":\"1\"}"), new JsonObject().put("a", 1));
    }

    @Test
    void givesACopyThatChangesDoNotReach() {
        JsonObject inner = new JsonObject().put("x", 1);
        JsonObject outer = new JsonObject().put("inner", inner).put("more", true);
        JsonObject copy = outer.without(List.of("more"));
        inner.put("x", 2);
        assertEquals("{\"inner\":{\"x\":1}}", copy.toString());
    }

    @Test
    void tellsWhatIsNotInTheResultAsItIsInTheText() {
        List<String> problems = new ArrayList<>();
        assertEquals("{\"a\":2}", Json.parse("{\"a\":1,\"a\":2}", problems::add).toString());
        assertEquals("{\"a\":3}", Json.parse("{a:3} // mine", problems::add).toString());
        assertEquals("'a' appears twice", problems.get(0));
        assertTrue(problems.get(1).startsWith("it is not strictly valid JSON: "), problems.get(1));
    }

    @Test
    void refusesDepthThatWouldOverflowTheStack() {
        String deep = "[".repeat(100_000);
        assertThrows(JsonException.class, () -> Json.parse(deep));
        assertThrows(JsonException.class, () -> Json.parse(deep, new ArrayList<>()::add));
    }

    @Test
    void failsWithOneExceptionHoweverAValueIsOfAnotherKind() {
        JsonObject json =
                Json.parse("{\"list\":[],\"text\":\"x\",\"long\":99999999999}").asObject();
        assertThrows(JsonException.class, () -> json.object("list"));
        assertThrows(JsonException.class, () -> json.array("text"));
        assertThrows(JsonException.class, () -> json.array("absent"));
        assertThrows(JsonException.class, () -> json.value("text").asLong());
        assertThrows(JsonException.class, () -> json.value("long").asInt());
        assertThrows(JsonException.class, () -> json.value("list").asText());
    }

    @Test
    void documentsHaveEachItemOnALineOfItsOwn() {
        Stream<JsonObject> items = Stream.of(1, 2).map(number -> new JsonObject().put("n", number));
        String text = JsonDocument.of(3, Instant.EPOCH)
                .with("items", items)
                .with("none", Stream.empty())
                .text();
        assertEquals(
                "{\"schema\":3,\"time\":\"1970-01-01T00:00:00Z\",\"items\":[\n{\"n\":1},\n{\"n\":2}\n],\"none\":[\n]}",
                text);
        assertEquals(2, Json.parse(text).asObject().array("items").size());
    }

    @Test
    void writesJavasValuesAsWhatTheyAre() {
        assertEquals(
                "[null,true,7,\"x\",[\"y\"]]",
                JsonArray.of(Arrays.asList(null, true, 7, "x", List.of("y"))).toString());
    }
}
