// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.ask;
import static org.portio.record.internal.store.Samples.ids;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.SetAside;
import org.portio.record.Histories;
import org.portio.record.Recording;

/** Logs of which the last block was not written to its end. */
class TornLogTest {

    private static final List<Long> BEFORE = List.of(0L, 1L, 2L);

    @TempDir
    private Path home;

    private Path log;
    private byte[] whole;
    private int lastBlock;

    @BeforeEach
    void writeALog() throws Exception {
        log = home.resolve("000000000001.log");
        try (Recording recording = record(home)) {
            for (long id : BEFORE) {
                recording.account(listener(id, 8080, "java", id, id + 10));
            }
            recording.flush();
            lastBlock = (int) Files.size(log);
            for (long id : LongStream.range(3, 8).toArray()) {
                recording.account(listener(id, 8080, "nginx", id, id + 10));
            }
            recording.flush();
            whole = Files.readAllBytes(log);
        }
        Files.delete(home.resolve("000000000001.seg"));
    }

    @Test
    void isReadUpToTheBlockBefore() throws Exception {
        for (int length = lastBlock; length < whole.length; length++) {
            Files.write(log, Arrays.copyOf(whole, length));
            assertEquals(BEFORE, ids(ask(home, ALL)), "length " + length);
        }
        Files.write(log, whole);
        assertEquals(8, ask(home, ALL).total());
    }

    @Test
    void isCutOffAtTheNextStart() throws Exception {
        for (int length = lastBlock; length < whole.length; length += 7) {
            Files.write(log, Arrays.copyOf(whole, length));
            record(home).close();
            assertEquals(BEFORE, ids(ask(home, ALL)), "length " + length);
            Files.delete(home.resolve("000000000001.seg"));
        }
    }

    @Test
    void aCopyOfADamagedOneIsKept() throws Exception {
        byte[] wrong = whole.clone();
        wrong[lastBlock + 20] ^= 1;
        Files.write(log, wrong);
        List<SetAside> told = new ArrayList<>();
        Histories.record(home, Samples.FOR_EVER, told::add).close();
        assertEquals(1, told.size());
        assertEquals(BEFORE, ids(ask(home, ALL)));
    }
}
