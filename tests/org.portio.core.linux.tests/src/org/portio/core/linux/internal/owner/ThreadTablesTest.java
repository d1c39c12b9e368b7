// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ProcessInfo;
import org.portio.core.linux.internal.FakeDump;
import org.portio.core.linux.internal.FakeDump.Socket;
import org.portio.core.linux.internal.FakeProcesses;

/** Sockets of a thread with a table of descriptors of its own. */
class ThreadTablesTest {

    private static final int A = 10;
    private static final int B = 20;
    private static final int THREAD = 30;
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    private Path proc;

    private FakeProcesses processes;
    private Owners owners;
    private FakeDump latest;

    @BeforeEach
    void startTwoProcessesWithASocketEach() throws IOException {
        processes = new FakeProcesses(proc);
        processes.start(A, "alpha", 100);
        processes.start(B, "beta", 200);
        owners = new Owners(processes.reader(), () -> processes, NEVER);
        refresh(listeners());
    }

    @Test
    void findsWhatAThreadAloneHolds() throws IOException {
        processes.startThread(A, THREAD, 300);

        refresh(listeners(300));

        assertEquals(List.of("alpha"), names(300));
        assertEquals(List.of("beta"), names(200));
        refresh(listeners(300));
        assertEquals(List.of("alpha"), names(300));
    }

    @Test
    void namesAProcessOnceThatHoldsASocketInSeveralThreads() throws IOException {
        processes.startThread(A, THREAD, 100, 300);

        refresh(listeners(300));

        assertEquals(List.of("alpha"), names(100));
    }

    @Test
    void namesEachProcessOnceThatHoldsASocketInSeveralThreads() throws IOException {
        processes.startThread(A, THREAD, 300);
        processes.startThread(A, THREAD + 1, 300);
        processes.startThread(B, THREAD + 2, 300);
        processes.startThread(B, THREAD + 3, 300);

        refresh(listeners(300));

        assertEquals(List.of("alpha", "beta"), names(300));
    }

    @Test
    void forgetsAThreadThatHasEndedAndTellsItFromAProcessWithItsId() throws IOException {
        processes.startThread(A, THREAD, 300);
        refresh(listeners(300));
        assertEquals(List.of("alpha"), names(300));
        processes.endThread(THREAD);
        processes.start(THREAD, "gamma", 300);

        refresh(listeners(300));

        assertEquals(List.of("gamma"), names(300));
    }

    @Test
    void looksIntoNoThreadWhileEverySocketHasAnOwner() throws IOException {
        processes.startThread(A, THREAD, 300);
        processes.looks();

        refresh(new Socket(100, 1), new Socket(200, 2));

        assertEquals(0, processes.looks());
    }

    @Test
    void asksOneThreadForAllOfAProcessThatMayNotBeLookedInto() throws IOException {
        processes.start(A, "alpha", (int[]) null);
        processes.startThread(A, THREAD, (int[]) null);
        processes.startThread(A, THREAD + 1, (int[]) null);
        processes.looks();

        new Owners(processes.reader(), () -> processes, NEVER).update(new FakeDump(listeners(300)));

        assertEquals(3, processes.looks());
    }

    @Test
    void findsWhatAThreadHoldsWhoseMainThreadHasEndedAndMayNotBeLookedInto() throws IOException {
        processes.start(A, "alpha", (int[]) null);
        processes.startThread(A, THREAD, 300);

        refresh(listeners(300));

        assertEquals(List.of("alpha"), names(300));
    }

    @Test
    void isSureOnlyOfASocketThatIsStillThereAfterTheSearch() throws IOException {
        Owners fresh = new Owners(processes.reader(), () -> processes, NEVER);

        FakeDump dump = new FakeDump(new Socket(100, 1), new Socket(300, 3), new Socket(400, FakeDump.GONE));
        fresh.update(dump);

        assertTrue(fresh.haveSettled());
        assertTrue(fresh.isUnowned(dump, dump.record(300)));
        assertFalse(fresh.isUnowned(dump, dump.record(400)));
        assertFalse(fresh.isUnowned(dump, dump.record(100)));
    }

    private static Socket[] listeners(int... more) {
        return Stream.concat(
                        Stream.of(new Socket(100, 1), new Socket(200, 2)),
                        IntStream.of(more).mapToObj(inode -> new Socket(inode, inode, true)))
                .toArray(Socket[]::new);
    }

    private void refresh(Socket... sockets) throws IOException {
        latest = new FakeDump(sockets);
        owners.update(latest);
    }

    private List<String> names(int inode) {
        Holding holding = owners.of(latest.record(inode));
        return holding == null
                ? List.of()
                : holding.owners().stream().map(ProcessInfo::name).toList();
    }
}
