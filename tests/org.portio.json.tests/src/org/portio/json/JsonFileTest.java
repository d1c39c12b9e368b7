// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.SetAside;

/** Tests of state files: what is kept, what is set aside, and what is not touched. */
class JsonFileTest {

    @TempDir
    Path folder;

    private final List<SetAside> aside = new ArrayList<>();
    private Path path;
    private JsonFile file;

    @BeforeEach
    void noFile() {
        path = folder.resolve("state.json");
        file = new JsonFile(path, 2, aside::add);
    }

    private Optional<JsonObject> read() throws IOException {
        return file.read((text, problems) -> {
            JsonObject document = Json.parse(text).asObject();
            file.checkSchema(document, problems);
            return document;
        });
    }

    @Test
    void readsNothingIfThereIsNoFile() throws IOException {
        assertEquals(Optional.empty(), read());
        assertEquals(List.of(), aside);
    }

    @Test
    void keepsWhatItDoesNotKnow() throws IOException {
        Files.writeString(path, "{\"colour\":\"red\",\"items\":[1],\"schema\":2,\"none\":null}");
        file.write(file.next(read().orElseThrow(), "items", new JsonArray().add(7)));
        assertEquals(
                "{\"schema\":2,\"colour\":\"red\",\"none\":null,\"items\":[7]}",
                read().orElseThrow().toString());
        assertEquals(List.of(), aside);
    }

    @Test
    void setsADamagedFileAside() throws IOException {
        for (String text : new String[] {"", "{", "[]", "{\"a\":1,\"a\":1}"}) {
            Files.writeString(path, text);
            assertEquals(Optional.empty(), read());
            assertFalse(Files.exists(path));
            assertEquals(text, Files.readString(aside.removeLast().copy()));
        }
        Files.write(path, "{\"schema\":2,\"x\":\"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.empty(), read());
        assertEquals("it is not UTF-8", aside.getLast().why());
    }

    /** A folder that may not be searched is also such a place; but root may search any. */
    @Test
    void whatCannotBeLookedForIsNotMissing() throws IOException {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        JsonFile hidden = new JsonFile(loop.resolve("state.json"), 2, aside::add);
        assertThrows(IOException.class, () -> hidden.read((_, _) -> "read"));
        assertEquals(List.of(), aside);
    }

    @Test
    void setsALinkToNowhereAside() throws IOException {
        Files.createSymbolicLink(path, folder.resolve("nowhere"));
        assertEquals(Optional.empty(), read());
        assertEquals("it is a dangling link", aside.getFirst().why());
    }

    @Test
    void copiesAFileWhoseSchemaAloneWasDamaged() throws IOException {
        Files.writeString(path, "{\"schema\":7}");
        assertTrue(read().isPresent());
        assertTrue(Files.exists(path));
        assertEquals("its schema is '7'", aside.getFirst().why());
    }

    @Test
    void doesNotTouchTheFileOfANewerVersion() throws IOException {
        String text = "{\"schema\":3,\"writtenBy\":\"PortIO 9\"}";
        Files.writeString(path, text);
        assertTrue(assertThrows(IOException.class, this::read).getMessage().contains("newer PortIO"));
        assertEquals(text, Files.readString(path));
        assertEquals(List.of(), aside);
    }

    @Test
    void saysInFewWordsThatMuchIsWrong() throws IOException {
        Files.writeString(path, "{}");
        file.read((_, problems) -> {
            for (int i = 0; i < 10_000; i++) {
                problems.accept("entry " + i + " is not valid: " + "x".repeat(10_000));
            }
            return "";
        });
        String why = aside.getFirst().why();
        assertTrue(why.startsWith("entry 0 is not valid: x"), why);
        assertTrue(why.endsWith("...; 9995 more problems"), why);
        assertTrue(why.length() < 2_000, why);
    }
}
