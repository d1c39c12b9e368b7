// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.store.Samples.ALL;
import static org.portio.record.internal.store.Samples.listener;
import static org.portio.record.internal.store.Samples.record;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.record.Account;
import org.portio.record.Recording;
import org.portio.record.internal.question.Group;
import org.portio.record.internal.question.OpenFiles;
import org.portio.record.internal.question.Query;
import org.portio.record.internal.question.Superseded;
import org.portio.record.internal.segment.SealedSegment;

/** A history of more segments than a process may have files open. */
class ManySegmentsTest {

    @TempDir
    private Path home;

    @Test
    void aSegmentForWhichThereIsNoRoomIsOpenedAgain() throws Exception {
        Account told = listener(1, 8080, "java", 0, 10);
        try (Recording recording = record(home)) {
            recording.account(told);
        }
        AtomicInteger open = new AtomicInteger();
        try (OpenFiles files = new OpenFiles()) {
            Closeable other = open::decrementAndGet;
            while (files.keep(other)) {
                open.incrementAndGet();
            }
            assertTrue(open.get() > 100);
            List<Account> found = new ArrayList<>();
            for (Group group : SealedSegment.open(new Folder(home).closed(1))
                    .find(Query.of(ALL), Superseded.NONE, files)
                    .groups()) {
                found.addAll(group.accounts(List.of(0)));
            }
            assertEquals(List.of(told), found);
            assertFalse(files.keep(other));
        }
        assertEquals(0, open.get());
    }
}
