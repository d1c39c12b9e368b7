// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.coverage;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.outgoing;
import static org.portio.record.internal.store.Samples.record;
import static org.portio.record.internal.store.Samples.second;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.SetAside;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Evidence;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistoryState;
import org.portio.record.Moment;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.Recording;

/** The environment variable PORTIO_ROUNDS sets how many sets of random accounts are given back; the build tries some. */
class FolderHistoryTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "2"));

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("history");
    }

    @Test
    void givesBackWhatItWasTold() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = home.resolve("round-" + round);
            Map<Long, Account> told = new RandomAccounts(round).many(1500);
            try (Recording recording = record(folder)) {
                for (Account account : told.values()) {
                    recording.account(account);
                }
                recording.flush();
                assertEquals(told, byId(ask(folder, ALL)), "while it is written, round " + round);
            }
            Map<Long, Account> closed = byId(ask(folder, ALL));
            closed.replaceAll((id, account) -> asTold(account, told.get(id)));
            assertEquals(told, closed, "closed, round " + round);
        }
    }

    private static Map<Long, Account> byId(Answer answer) {
        Map<Long, Account> accounts = new HashMap<>();
        answer.accounts().forEach(account -> accounts.put(account.id(), account));
        assertEquals(answer.total(), accounts.size());
        return accounts;
    }

    /** Returns what was told open as it was told: after the end of the recorder, its end is some time later. */
    private static Account asTold(Account kept, Account told) {
        if (!told.isOpen()) {
            return kept;
        }
        assertEquals(Instant.MAX, kept.closed().latest());
        return new Account(
                kept.id(),
                kept.connection(),
                kept.role(),
                kept.opened(),
                null,
                kept.states(),
                kept.directories(),
                kept.traffic());
    }

    @Test
    void answersByTimePortAndTraits() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.account(listener(2, 8080, "nginx", 20, 30));
            recording.account(outgoing(3, 50_000, 8080, 5, 25));
            recording.account(listener(4, 80, "nginx", 0, -1));
        }
        assertEquals(List.of(1L, 3L, 2L), ids(ask(folder(), ALL.about(port -> port == 8080))));
        assertEquals(
                List.of(1L),
                ids(ask(folder(), Question.between(second(3), second(3)).about(port -> port == 8080))));
        assertEquals(
                List.of(4L, 2L),
                ids(ask(folder(), ALL.having(c -> c.processText().equals("nginx")))));
        assertEquals(List.of(3L), ids(ask(folder(), ALL.matching(c -> c.local().port() == 50_000))));
        Answer newest = ask(folder(), ALL.limitedTo(1));
        assertEquals(List.of(2L), ids(newest));
        assertEquals(4, newest.total());
        assertEquals(
                0, ask(folder(), Question.between(second(-20), second(-10))).total());
    }

    @Test
    void tellsWhatWasWatchedAndDone() throws Exception {
        Act act = new Act(second(7), "ann", "block", "TCP 8080 inbound", "nftables", "done", 8080);
        try (Recording recording = record(folder())) {
            recording.coverage(coverage(0, 5, 3, 2));
            recording.coverage(coverage(0, 10, 7, 6));
            recording.act(act);
        }
        Answer answer = ask(folder(), ALL);
        assertEquals(List.of(coverage(0, 10, 7, 6)), answer.coverage());
        assertEquals(List.of(act), answer.acts());
        assertEquals(List.of(), ask(folder(), ALL.about(port -> port == 80)).acts());
        assertEquals(
                List.of(),
                ask(folder(), Question.between(second(11), second(12))).coverage());
    }

    @Test
    void isEmptyWithoutAFolder() throws Exception {
        Answer answer = ask(folder(), ALL);
        assertEquals(0, answer.total());
        assertEquals(List.of(), answer.coverage());
        assertTrue(Files.notExists(folder()));
    }

    @Test
    void aSocketThatOutlivesTheRecorderHasOneAccount() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, -1));
            recording.account(listener(2, 8081, "node", 0, -1));
            recording.coverage(coverage(0, 10, -1, -1));
        }
        Account again = listener(1, 8080, "java", 0, -1);
        Account unknownBegin = new Account(
                900,
                again.connection(),
                again.role(),
                new Moment(Instant.MIN, second(60), Evidence.SNAPSHOT),
                null,
                again.states(),
                Map.of(),
                null);
        try (Recording recording = record(folder())) {
            recording.account(unknownBegin);
            recording.flush();
            assertEquals(again, ask(folder(), ALL).accounts().getFirst());
            recording.coverage(coverage(60, 70, -1, -1));
            recording.flush();
            Moment end = ask(folder(), ALL).accounts().getLast().closed();
            assertEquals(new Moment(second(10), second(60), Evidence.SNAPSHOT), end);
        }
        assertEquals(2, ask(folder(), ALL).total());
    }

    @Test
    void tellsItsState() throws Exception {
        assertEquals(new HistoryState(folder(), false, null, 0, 0, 0), Histories.state(folder()));
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
            recording.flush();
            HistoryState state = Histories.state(folder());
            assertTrue(state.isRecorded());
            assertEquals(1, state.accounts());
            assertEquals(Files.size(folder().resolve("000000000001.log")), state.bytes());
        }
        assertFalse(Histories.state(folder()).isRecorded());
    }

    @Test
    void onlyOneProcessWrites() throws Exception {
        try (Recording _ = record(folder())) {
            RecordException refused = assertThrows(RecordException.class, () -> record(folder()));
            assertEquals(Kind.CONFLICT, refused.kind());
        }
        record(folder()).close();
    }

    @Test
    void readersSeeWhatIsWrittenMeanwhile() throws Exception {
        try (Recording recording = record(folder());
                History one = Histories.in(folder(), Samples::fail);
                History other = Histories.in(folder(), Samples::fail)) {
            for (long id = 1; id <= 20; id++) {
                recording.account(listener(id, 8080, "java", id, -1));
                recording.account(listener(id, 8080, "java", id, id + 1));
                recording.flush();
                assertEquals(id, one.ask(ALL).total());
            }
            assertEquals(20, other.ask(ALL).total());
        }
    }

    @Test
    void isItsUsersAlone() throws Exception {
        try (Recording recording = record(folder())) {
            recording.account(listener(1, 8080, "java", 0, 10));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void aDamagedSegmentIsSetAsideAndTold() throws Exception {
        List<Coverage> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (Recording recording = record(folder())) {
                recording.account(listener(i, 8080, "java", 10 * i, 10 * i + 5));
                recording.coverage(coverage(10 * i, 10 * i + 5, 1, 1));
            }
        }
        kept.add(coverage(0, 5, 1, 1));
        kept.add(coverage(20, 25, 1, 1));
        Path damaged = folder().resolve("000000000002.seg");
        byte[] bytes = Files.readAllBytes(damaged);
        for (int at : new int[] {10, bytes.length / 2, bytes.length - 40, bytes.length - 3}) {
            byte[] wrong = bytes.clone();
            wrong[at] ^= 0x55;
            Files.write(damaged, wrong);
            List<SetAside> told = new ArrayList<>();
            try (History history = Histories.in(folder(), told::add)) {
                Answer answer = history.ask(ALL);
                assertEquals(List.of(0L, 2L), ids(answer), "byte " + at);
                assertEquals(kept, answer.coverage());
            }
            assertEquals(1, told.size(), "byte " + at);
            assertTrue(Files.notExists(damaged));
        }
    }

    @Test
    void saysThatItCannotBeRead() throws IOException {
        Files.writeString(folder(), "a file where the folder should be");
        RecordException failure = assertThrows(RecordException.class, () -> ask(folder(), ALL));
        assertEquals(Kind.FAILED, failure.kind());
        assertTrue(failure.getMessage().startsWith("the history in " + folder() + " cannot be read: "));
    }
}
