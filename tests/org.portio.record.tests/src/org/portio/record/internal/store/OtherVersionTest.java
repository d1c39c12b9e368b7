// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.Recording;
import org.portio.record.Retention;

/** Files that another version of PortIO has left: nobody can read them, but they are not damaged. */
class OtherVersionTest {

    private static final List<String> FORMATS = List.of("1", "9");

    @TempDir
    private Path home;

    /** Writes a closed segment and a log that nobody has closed, and records something after them. */
    private void writeFiles(String format) throws Exception {
        Files.writeString(home.resolve("000000000001.seg"), "PortIOS" + format + "x".repeat(200) + "PortIOS" + format);
        Files.writeString(home.resolve("000000000002.log"), "PortIOL" + format + "xyz");
        assertUnread(2);
        try (Recording recording = record(home)) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.flush();
            assertUnread(2);
            assertEquals(List.of(1L), ids(Samples.ask(home, ALL)));
        }
    }

    private void assertUnread(int files) throws Exception {
        try (History history = Histories.in(home, Samples::fail)) {
            assertEquals(files, history.unread());
        }
        assertEquals(files, Histories.state(home).unread());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(home)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areKeptAsTheyAreAndCounted() throws Exception {
        for (String format : FORMATS) {
            writeFiles(format);
            assertEquals(List.of("000000000001.seg", "000000000002.seg", "000000000003.seg"), files());
            assertEquals("PortIOL" + format + "xyz", Files.readString(home.resolve("000000000002.seg")));
            assertUnread(2);
            assertEquals(List.of(1L), ids(Samples.ask(home, ALL)));
            for (String name : files()) {
                Files.delete(home.resolve(name));
            }
        }
    }

    @Test
    void goWhenTheirTimeIsOver() throws Exception {
        writeFiles("1");
        Files.setLastModifiedTime(
                home.resolve("000000000001.seg"), FileTime.from(Instant.now().minusSeconds(7200)));
        Histories.record(home, new Retention(Duration.ofHours(1), Long.MAX_VALUE), Samples::fail)
                .close();
        assertFalse(files().contains("000000000001.seg"));
        assertTrue(files().contains("000000000002.seg"));
        assertUnread(1);
    }

    @Test
    void goWithWhateverIsForgotten() throws Exception {
        writeFiles("1");
        try (History history = Histories.in(home, Samples::fail)) {
            assertEquals(1, history.forget(Instant.now(), Question.ANY));
        }
        assertEquals(List.of(), files());
    }
}
