// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what strict reading accepts, and how it names what it refuses. */
class JsonFieldsTest {

    private enum Colour {
        RED
    }

    private static final String TEXT = "{\"text\":\"t\",\"number\":-7,\"truth\":true,\"none\":null,\"colour\":\"RED\","
            + "\"texts\":[\"a\",\"b\"],\"key\":{\"port\":\"80\"},\"rules\":[{\"tag\":1},{\"tag\":\"x\"}],\"large\":1e9,\"numbers\":[1,-2]}";

    private final JsonFields fields = JsonFields.parse(TEXT);

    @Test
    void readsEachKindOfValue() {
        assertEquals("t", fields.text("text"));
        assertEquals(-7, fields.number("number"));
        assertEquals(true, fields.truth("truth"));
        assertEquals(true, fields.isNull("none"));
        assertEquals(Colour.RED, fields.constant("colour", Colour.class));
        assertEquals(List.of("a", "b"), fields.texts("texts"));
        assertEquals(List.of(1L, -2L), fields.numbers("numbers"));
        assertEquals("80", fields.object("key").text("port"));
        assertFalse(fields.has("absent"));
    }

    @Test
    void namesAValueByItsPath() {
        JsonFields key = fields.object("key");
        assertEquals(
                "'key.port' is not a whole number",
                assertThrows(JsonException.class, () -> key.number("port")).getMessage());
        assertEquals(
                "'rules[0].tag' is not a string",
                assertThrows(JsonException.class, () -> fields.objects("rules", rule -> rule.text("tag")))
                        .getMessage());
        assertEquals(
                "'texts' is not a list of numbers",
                assertThrows(JsonException.class, () -> fields.numbers("texts")).getMessage());
        assertEquals(
                "'key' needs exactly the properties port, protocol",
                assertThrows(JsonException.class, () -> key.withExactly("port", "protocol"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "text, 'is not a whole number'",
        "large, 'is not a whole number'",
        "none, 'is not a value'",
        "absent, 'is not a value'",
        "texts, 'is not a value'"
    })
    void refusesWhatIsNotAWholeNumber(String name, String expected) {
        JsonException e = assertThrows(JsonException.class, () -> fields.number(name));
        assertEquals("'" + name + "' " + expected, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}x", "{'a':1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "nonsense"})
    void refusesTextThatIsNotOneObjectToTheLetterWithoutRepeatingIt(String text) {
        assertEquals(
                "this is not JSON",
                assertThrows(JsonException.class, () -> JsonFields.parse(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"text\""})
    void refusesValuesThatAreNotObjects(String text) {
        assertEquals(
                "this is not a JSON object",
                assertThrows(JsonException.class, () -> JsonFields.parse(text)).getMessage());
    }
}
