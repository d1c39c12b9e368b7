// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.record;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.record.Account;
import org.portio.record.Recording;

/**
 * Processes that are killed at a random moment while they record. The environment variable PORTIO_ROUNDS sets how often;
 * the build tries some.
 */
class KilledWriterTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "2"));
    /** Age of what a writer has told and is on the disk. */
    private static final Duration LOST_AT_MOST = Duration.ofSeconds(1);

    /** Rounds until a new history is begun: each round reads all of it. */
    private static final int ROUNDS_OF_ONE = 10;

    @TempDir
    private Path home;

    private Path folder;
    /** All accounts that must be there from now on. */
    private final SortedSet<Long> told = new TreeSet<>();

    /** Records accounts of which each is made of its number, and says how far it is. */
    static final class Writer {

        private Writer() {}

        public static void main(String... args) throws Exception {
            Path folder = Path.of(args[0]);
            long id = Long.parseLong(args[1]);
            int segment = Integer.parseInt(args[2]);
            try (Recording recording = record(folder);
                    PrintWriter out = new PrintWriter(new FileWriter(FileDescriptor.out), true)) {
                while (!out.checkError()) {
                    for (int i = 0; i < 20; i++) {
                        recording.account(account(id++));
                    }
                    out.println(id + " " + System.nanoTime());
                    if (id % segment == 0) {
                        Files.createFile(new Folder(folder).request());
                    }
                    Thread.sleep(1);
                }
            }
        }
    }

    private static Account account(long id) {
        return Samples.listener(id, (int) (id % 60_000) + 1, "process-" + id % 7, id, id % 3 == 0 ? -1 : id + id % 11);
    }

    @Test
    void loseAtMostTheLastSecondAndLeaveNoWrongRow() throws Exception {
        // Not the same each time: when a process is killed cannot be repeated anyway.
        Random random = new Random();
        long next = 1;
        Map<Long, Long> before = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_OF_ONE == 0) {
                folder = home.resolve("history-" + round);
                next = 1;
                told.clear();
                before.clear();
            }
            long written = next;
            Process writer = new ProcessBuilder(
                            TestJava.command(Writer.class, folder.toString(), String.valueOf(next), "500"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long end = 0;
            long kill = Long.MAX_VALUE;
            try (BufferedReader out = writer.inputReader()) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    String[] words = line.split(" ");
                    next = Long.parseLong(words[0]);
                    end = Long.parseLong(words[1]);
                    before.put(end, next);
                    if (kill == Long.MAX_VALUE) {
                        kill = System.nanoTime() + random.nextLong(1_500_000_000L);
                    }
                    if (System.nanoTime() > kill) {
                        // Through the handle: what it has said can still be read.
                        writer.toHandle().destroyForcibly();
                    }
                }
            }
            writer.waitFor();
            check(written, sureAt(before, end - LOST_AT_MOST.toNanos(), written), next + 20, "round " + round);
        }
    }

    /** Returns the number up to which accounts must be there. */
    private static long sureAt(Map<Long, Long> told, long time, long least) {
        return told.entrySet().stream()
                .filter(entry -> entry.getKey() <= time)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(least);
    }

    private void check(long first, long sure, long end, String round) throws Exception {
        Map<Long, Account> kept = new HashMap<>();
        ask(folder, ALL).accounts().forEach(account -> kept.put(account.id(), account));
        LongStream.range(first, sure).forEach(told::add);
        List<Long> lost = told.stream().filter(id -> !kept.containsKey(id)).toList();
        assertEquals(List.of(), lost, round + ": told in time, from " + first + " on");
        for (Account account : kept.values()) {
            assertTrue(account.id() < end, round);
            check(account, account.id() < first, round);
        }
        // Nothing is there twice.
        assertEquals(kept.size(), ask(folder, ALL).total(), round);
    }

    private static void check(Account kept, boolean ofEarlierWriter, String round) {
        Account told = account(kept.id());
        if (told.isOpen() && ofEarlierWriter) {
            assertEquals(told.connection(), kept.connection(), round);
            assertEquals(told.opened(), kept.opened(), round);
        } else {
            assertEquals(told, kept, round);
        }
    }
}
