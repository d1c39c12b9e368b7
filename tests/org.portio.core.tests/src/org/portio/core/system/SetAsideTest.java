// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {

    private static final byte[] DAMAGED = {'{', (byte) 0xff};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void damage() throws IOException {
        file = Files.write(folder.resolve("state.json"), DAMAGED);
    }

    @Test
    void aFileThatIsTakenAwayIsKeptAndEverybodyKnowsWhy() throws Exception {
        SetAside aside = SetAside.move(file, "no text");

        assertFalse(Files.exists(file));
        assertArrayEquals(DAMAGED, Files.readAllBytes(aside.copy()));
        assertEquals(
                List.of(aside.copy()),
                SetAside.recent(file).stream().map(SetAside::copy).toList());
        assertEquals("no text", SetAside.of(file).getFirst().why());
        assertEquals("state.json was damaged (no text); its content was kept in " + aside.copy(), aside.text());
    }

    @Test
    void theSameDamageAgainIsKeptOnce() throws Exception {
        SetAside first = SetAside.move(file, "no text");
        Files.write(file, DAMAGED);
        assertEquals(first.copy(), SetAside.copy(file, "no text").copy());
        assertTrue(Files.exists(file), "a copy leaves the file where it is");
        assertEquals(first.copy(), SetAside.move(file, "no text").copy());
        assertFalse(Files.exists(file));

        Files.writeString(file, "other");
        SetAside.copy(file, "twice");
        assertEquals(2, SetAside.of(file).size());
    }

    @Test
    void linksThatLeadNowhereDoNotTakeEachOthersPlaceInOneMillisecond() throws Exception {
        Files.delete(file);
        for (int i = 0; i < 3; i++) {
            Files.createSymbolicLink(file, Path.of("/nonexistent/" + i));
            SetAside.move(file, "leads nowhere", Instant.EPOCH);
        }
        assertEquals(3, SetAside.of(file).size());
    }

    @Test
    void anotherFilesCopiesAndOldOnesAreNotTold() throws Exception {
        Files.writeString(folder.resolve("state.json.corrupt-mine"), "");
        Files.writeString(folder.resolve("other.json.corrupt-5"), "");
        Files.writeString(folder.resolve("state.json.corrupt-1000"), "");

        assertEquals(1, SetAside.of(file).size());
        assertEquals("", SetAside.of(file).getFirst().why());
        assertEquals(List.of(), SetAside.recent(file));
        assertEquals(List.of(), SetAside.of(folder.resolve("none/there.json")));
    }

    @Test
    void aFolderInTheFilesPlaceIsTakenAwayToo() throws Exception {
        Path place = Files.createDirectory(folder.resolve("place"));
        Files.writeString(place.resolve("inside"), "x");
        assertTrue(Files.exists(SetAside.move(place, "no file").copy().resolve("inside")));
    }
}
