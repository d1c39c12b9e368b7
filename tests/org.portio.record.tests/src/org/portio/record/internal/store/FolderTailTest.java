// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.coverage;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.record;
import static org.portio.record.internal.store.Samples.second;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistoryTail;
import org.portio.record.Question;
import org.portio.record.Recording;

class FolderTailTest {

    private static final Account OPEN = listener(1, 8080, "java", 0, -1);
    private static final Account ENDED = listener(1, 8080, "java", 0, 10);
    private static final Account OTHER = listener(2, 80, "nginx", 5, -1);

    @TempDir
    private Path home;

    private static List<Account> told(HistoryTail tail) throws Exception {
        return tail.poll().accounts();
    }

    private void nextSegment() throws Exception {
        Folder folder = new Folder(home);
        long last = folder.list().last();
        Files.createFile(folder.request());
        // One in which nothing ended leaves no file.
        while (!folder.list().logs().headMap(last, true).isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Test
    void tellsWhatIsWrittenFromThenOn() throws Exception {
        Act act = new Act(second(7), "ann", "block", "TCP 8080 inbound", "nftables", "done", 8080);
        try (Recording recording = record(home)) {
            recording.account(OPEN);
            recording.flush();
            try (HistoryTail tail = Histories.follow(home)) {
                assertEquals(List.of(), told(tail));
                recording.account(OTHER);
                recording.account(ENDED);
                recording.act(act);
                recording.coverage(coverage(0, 1_000_000_000, 1, 1));
                recording.flush();
                HistoryTail.Told told = tail.poll();
                assertEquals(List.of(OTHER, ENDED), told.accounts());
                assertEquals(List.of(act), told.acts());
                assertEquals(second(1_000_000_000), told.watched());
                assertEquals(List.of(), told(tail));
                assertEquals(List.of(), tail.poll().acts());
            }
        }
    }

    @Test
    void tellsNothingTwiceWhenAnotherSegmentBegins() throws Exception {
        try (Recording recording = record(home);
                HistoryTail tail = Histories.follow(home)) {
            recording.account(OPEN);
            nextSegment();
            assertEquals(List.of(OPEN), told(tail));
            nextSegment();
            recording.account(OTHER);
            nextSegment();
            recording.account(ENDED);
            recording.flush();
            assertEquals(List.of(OTHER, ENDED), told(tail));
        }
    }

    @Test
    void readsALogToItsEndThatIsGone() throws Exception {
        try (HistoryTail tail = Histories.follow(home)) {
            assertNull(tail.poll().watched());
            try (Recording recording = record(home)) {
                recording.account(OPEN);
                recording.flush();
                assertEquals(List.of(OPEN), told(tail));
                assertNotNull(tail.poll().watched());
                recording.account(ENDED);
                recording.account(OTHER);
            }
            HistoryTail.Told told = tail.poll();
            assertEquals(List.of(ENDED, OTHER), told.accounts());
            assertNull(told.watched());
        }
    }

    @Test
    void aSocketThatOutlivesTheRecorderIsNotToldAgain() throws Exception {
        try (HistoryTail tail = Histories.follow(home)) {
            try (Recording recording = record(home)) {
                recording.account(OPEN);
                recording.coverage(coverage(0, 10, 1, 1));
            }
            assertEquals(List.of(OPEN), told(tail));
            try (Recording recording = record(home)) {
                recording.account(OPEN);
                recording.coverage(coverage(20, 30, 1, 1));
                recording.flush();
                assertEquals(List.of(), told(tail));
            }
        }
    }

    @Test
    void goesOnAfterAllWasForgotten() throws Exception {
        for (int before = 0; before < 3; before++) {
            try (HistoryTail tail = Histories.follow(home);
                    History history = Histories.in(home, Samples::fail)) {
                for (int i = 0; i <= before; i++) {
                    try (Recording recording = record(home)) {
                        recording.account(listener(i, 8080, "java", i, i + 1));
                    }
                }
                assertEquals(before + 1, told(tail).size());
                history.forget(Instant.now(), Question.ANY);
                try (Recording recording = record(home)) {
                    recording.account(OTHER);
                    recording.flush();
                    assertTrue(Files.exists(new Folder(home).log(1)));
                    assertEquals(List.of(OTHER), told(tail));
                    recording.account(ENDED);
                    recording.flush();
                    history.forget(Instant.now(), Question.ANY);
                    assertEquals(List.of(ENDED), told(tail));
                }
                history.forget(Instant.now(), Question.ANY);
            }
        }
    }

    @Test
    void tellsTheSameAsTheHistoryHoweverSegmentsChange() throws Exception {
        Random random = new Random();
        Map<Long, Account> last = new TreeMap<>();
        Map<Long, Account> heard = new TreeMap<>();
        List<Account> all = new ArrayList<>();
        try (HistoryTail tail = Histories.follow(home)) {
            for (int run = 0; run < 3; run++) {
                try (Recording recording = record(home)) {
                    for (long id = 1000L * run; id < 1000L * run + 300; id++) {
                        Account account = listener(id, 1 + (int) id, "java", id, random.nextBoolean() ? -1 : id + 5);
                        last.put(id, account);
                        recording.account(account);
                        if (random.nextInt(200) == 0) {
                            nextSegment();
                        }
                        if (random.nextInt(40) == 0) {
                            recording.flush();
                            all.addAll(told(tail));
                        }
                    }
                }
                all.addAll(told(tail));
            }
        }
        all.forEach(account -> heard.put(account.id(), account));
        assertEquals(last, heard);
        assertEquals(last.size(), all.size(), "told twice");
    }
}
