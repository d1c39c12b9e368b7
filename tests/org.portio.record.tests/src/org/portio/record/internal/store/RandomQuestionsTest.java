// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.outgoing;
import static org.portio.record.internal.store.Samples.record;
import static org.portio.record.internal.store.Samples.second;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.RecentHistory;
import org.portio.record.Recording;

/**
 * Random questions to many segments, to memory and to a plain list, which all answer the same. The environment variable
 * PORTIO_ROUNDS sets how many; the build asks some.
 */
class RandomQuestionsTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "100"));
    private static final int ACCOUNTS = 4000;
    private static final int SECONDS = 10_000;

    private final Random random = new Random(8);
    /** The last account told of each socket. */
    private final Map<Long, Account> told = new TreeMap<>();

    @TempDir
    private Path home;

    @Test
    void haveTheSameAnswersAsAPlainList() throws Exception {
        Folder folder = new Folder(home);
        RecentHistory memory = Histories.inMemory(Duration.ofDays(36_500));
        try (Recording recording = record(home);
                History history = Histories.in(home, Samples::fail)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                Account account = next(i);
                told.put(account.id(), account);
                recording.account(account);
                memory.account(account);
                if (i % (ACCOUNTS / 3) == ACCOUNTS / 4) {
                    nextSegment(folder);
                }
            }
            recording.flush();
            for (int round = 0; round < ROUNDS; round++) {
                Question question = question();
                check(question, history.ask(question), "stored, " + round);
                check(question, memory.ask(question), "in memory, " + round);
            }
        }
        assertEquals(told.size(), ask(home, Samples.ALL).total());
    }

    /** Returns a new account, the end of one that is open, or one that is told again after its end. */
    private Account next(int number) {
        long id = random.nextInt(4) == 0 ? random.nextInt(number + 1) : number;
        int opened = random.nextInt(SECONDS);
        long closed = random.nextInt(8) == 0 ? -1 : opened + random.nextInt(random.nextInt(20) == 0 ? SECONDS : 20);
        return random.nextBoolean()
                ? listener(id, 1 + random.nextInt(60), "process-" + random.nextInt(9), opened, closed)
                : outgoing(id, 1 + random.nextInt(60), 1 + random.nextInt(60), opened, closed);
    }

    private static void nextSegment(Folder folder) throws Exception {
        long last = folder.list().last();
        Files.createFile(folder.request());
        while (folder.list().closed().isEmpty() || folder.list().closed().lastKey() < last) {
            Thread.sleep(20);
        }
    }

    private Question question() {
        Instant from = second(random.nextInt(SECONDS));
        Instant until = random.nextBoolean() ? from : from.plusSeconds(random.nextInt(SECONDS));
        int port = random.nextInt(70);
        String process = "process-" + random.nextInt(10);
        IntPredicate ports = random.nextBoolean() ? Question.ANY_PORT : other -> other == port || other == port + 7;
        Predicate<Connection> traits = switch (random.nextInt(3)) {
            case 0 -> c -> c.processText().equals(process);
            case 1 -> c -> c.protocol() == Protocol.TCP && c.remote() != null;
            default -> Question.ANY;
        };
        Predicate<Connection> filter = random.nextInt(4) == 0 ? c -> c.local().port() % 3 == 0 : Question.ANY;
        return new Question(from, until, ports, traits, filter, 1 + random.nextInt(50));
    }

    private void check(Question question, Answer answer, String round) {
        List<Account> all = told.values().stream()
                .filter(account -> account.mayOverlap(question.from(), question.until()))
                .filter(account -> hasPort(account.connection(), question.ports()))
                .filter(account -> question.traits().test(account.connection()))
                .filter(account -> question.filter().test(account.connection()))
                .sorted(Comparator.comparing(
                                (Account account) -> account.opened().latest())
                        .thenComparing(Account::id))
                .toList();
        assertEquals(all.size(), answer.total(), round + ": " + question);
        List<Account> newest = all.subList(Math.max(0, all.size() - question.limit()), all.size());
        assertEquals(newest.stream().map(Account::id).toList(), ids(answer), round + ": " + question);
        assertEquals(newest, answer.accounts(), round);
    }

    private static boolean hasPort(Connection connection, IntPredicate ports) {
        return ports.test(connection.local().port())
                || connection.remote() != null && ports.test(connection.remote().port());
    }
}
