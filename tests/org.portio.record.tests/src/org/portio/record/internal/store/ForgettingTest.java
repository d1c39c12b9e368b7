// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.coverage;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.record;
import static org.portio.record.internal.store.Samples.second;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.record.Act;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.Recording;
import org.portio.record.Retention;

class ForgettingTest {

    private static final Predicate<Connection> SECRET =
            connection -> connection.processText().equals("secretd");

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("history");
    }

    @Test
    void leavesNothingOfAProcess() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.account(listener(2, 8080, "secretd", 20, 30));
            recording.coverage(coverage(0, 30, 2, 2));
        }
        assertTrue(mentions("secretd"));
        assertEquals(1, forget(second(60), SECRET));
        assertEquals(List.of(1L), ids(ask(folder(), ALL)));
        assertFalse(mentions("secretd"));
        assertEquals(1, ask(folder(), ALL).coverage().getFirst().missed());
        assertEquals(0, forget(second(60), SECRET));
    }

    @Test
    void forgetsWhatWasBeforeATime() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.account(listener(2, 8080, "nginx", 20, 30));
            recording.act(new Act(second(5), "ann", "block", "TCP 80", "nftables", "done", 80));
            recording.coverage(coverage(0, 30, 2, 2));
        }
        assertEquals(1, forget(second(15), Question.ANY));
        assertEquals(List.of(2L), ids(ask(folder(), ALL)));
        assertEquals(List.of(), ask(folder(), ALL).acts());
        assertEquals(second(15), ask(folder(), ALL).coverage().getFirst().from());
    }

    @Test
    void forgetsAllWhileSomebodyRecords() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.account(listener(2, 80, "nginx", 0, -1));
            recording.coverage(coverage(0, 30, 2, 2));
            assertEquals(1, forget(Instant.now(), Question.ANY));
            assertFalse(mentions("java"));
            assertEquals(List.of(2L), ids(ask(folder(), ALL)));
            recording.account(listener(2, 80, "nginx", 0, 40));
        }
        assertEquals(
                List.of(listener(2, 80, "nginx", 0, 40)), ask(folder(), ALL).accounts());
    }

    @Test
    void whatIsToldAgainDoesNotComeBack() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "secretd", 0, 10));
        }
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "secretd", 0, 12));
        }
        assertEquals(
                List.of(listener(1, 8080, "secretd", 0, 12)), ask(folder(), ALL).accounts());
        assertEquals(1, forget(second(60), SECRET));
        assertEquals(0, ask(folder(), ALL).total());
        assertFalse(mentions("secretd"));
    }

    @Test
    void whatIsTooOldOrTooMuchGoes() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Recording recording = record(folder())) {
                recording.account(listener(i, 8080, "java", 10 * i, 10 * i + 5));
            }
        }
        Folder folder = new Folder(folder());
        long size = Files.size(folder.closed(3));
        new Keeping(folder, new Retention(Duration.ofDays(1), size)).apply(Instant.now());
        assertEquals(List.of(2L), ids(ask(folder(), ALL)));
        new Keeping(folder, new Retention(Duration.ofHours(1), size))
                .apply(Instant.now().plusSeconds(3700));
        assertEquals(0, ask(folder(), ALL).total());
    }

    private long forget(Instant before, Predicate<Connection> chosen) throws RecordException {
        try (History history = Histories.in(folder(), Samples::fail)) {
            return history.forget(before, chosen);
        }
    }

    /** Looks into all files as they are, and into all that can be inflated from any of their bytes on. */
    private boolean mentions(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (int from = 0; from < bytes.length; from++) {
                    if (inflated(bytes, from).contains(word)) {
                        return true;
                    }
                }
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String inflated(byte[] bytes, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[10_000];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, from, bytes.length - from);
            int length = inflater.inflate(some);
            while (length > 0) {
                all.write(some, 0, length);
                length = inflater.inflate(some);
            }
        } catch (DataFormatException _) {
            // As far as it goes.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
