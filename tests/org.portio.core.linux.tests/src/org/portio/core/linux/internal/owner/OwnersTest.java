// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ProcessInfo;
import org.portio.core.linux.internal.FakeDump;
import org.portio.core.linux.internal.FakeDump.Socket;
import org.portio.core.linux.internal.FakeProcesses;

/** Tests what no test can make the kernel do in time: it gives out an inode again only after four billion others. */
class OwnersTest {

    private static final int A = 10;
    private static final int B = 20;
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
        owners = owners(NEVER);
    }

    private Owners owners(Duration fullScanEvery) {
        Owners made = new Owners(processes.reader(), () -> processes, fullScanEvery);
        refresh(made, new Socket(100, 1), new Socket(200, 2));
        return made;
    }

    @Test
    void looksForOwnersOfSocketsThatAreNotKeptOnly() throws IOException {
        latest = new FakeDump(new Socket(100, 1), new Socket(400, 4));
        owners.update(latest);
        processes.start(A + 1, "gamma", 300);
        processes.exchange(B, 400);
        processes.looks();

        owners.update(new FakeDump(2, new Socket(300, 3, true), new Socket(100, 1), new Socket(400, 4)));

        assertEquals(1, processes.looks());
        assertEquals("gamma", owners.of(0).owners().getFirst().name());
        assertEquals("alpha", owners.of(1).owners().getFirst().name());
        assertNull(owners.of(2));
    }

    @Test
    void looksIntoNoProcessWhileNothingChanges() {
        processes.looks();

        refresh(new Socket(100, 1), new Socket(200, 2));

        assertEquals(List.of("alpha"), names(100));
        assertEquals(List.of("beta"), names(200));
        assertEquals(0, processes.looks());
    }

    @Test
    void givesAnInodeThatIsUsedAgainToItsNewHolder() {
        processes.exchange(A, 300);
        processes.exchange(B, 100);

        refresh(new Socket(100, 3), new Socket(300, 4));

        assertEquals(List.of("beta"), names(100));
        assertEquals(List.of("alpha"), names(300));
    }

    @Test
    void givesAnInodeThatIsUsedAgainToNobodyUntilItsHolderIsFound() {
        processes.exchange(A);
        processes.exchange(B, 100, 200);

        refresh(new Socket(100, 3), new Socket(200, 2));
        assertEquals(List.of(), names(100));
        refresh(new Socket(100, 3), new Socket(200, 2));

        assertEquals(List.of("beta"), names(100));
    }

    @Test
    void keepsAHolderThatGotTheInodeAgainItself() {
        refresh(new Socket(100, 3), new Socket(200, 2));

        assertEquals(List.of("alpha"), names(100));
    }

    /** The socket took the place of another descriptor: neither their number nor a missing socket shows it. */
    @Test
    void findsTheHolderOfANewListenerAtOnceAndThatOfAConnectionAtTheSecondLook() {
        processes.exchange(A, 100, 300, 400);

        refresh(new Socket(100, 1), new Socket(200, 2), new Socket(300, 3));
        assertEquals(List.of(), names(300));
        refresh(new Socket(100, 1), new Socket(200, 2), new Socket(300, 3));
        assertEquals(List.of("alpha"), names(300));

        processes.exchange(B, 200, 500);
        refresh(new Socket(100, 1), new Socket(200, 2), new Socket(500, 5, true));
        assertEquals(List.of("beta"), names(500));
    }

    @Test
    void searchesAllForAHiddenListenerOnce() {
        Socket[] hidden = {new Socket(100, 1), new Socket(200, 2), new Socket(300, 3, true)};
        refresh(hidden);
        processes.looks();

        refresh(hidden);

        assertEquals(0, processes.looks());
    }

    @Test
    void looksForTheHolderOfAnInodeThatNobodyHadBefore() {
        Socket[] nobodys = {new Socket(100, 1), new Socket(200, 2), new Socket(300, 3)};
        refresh(nobodys);
        refresh(nobodys);
        assertEquals(List.of(), names(300));
        processes.exchange(B, 200, 300);
        Socket[] used = {new Socket(100, 1), new Socket(200, 2), new Socket(300, 4)};

        refresh(used);
        refresh(used);

        assertEquals(List.of("beta"), names(300));
    }

    /** The kernel does not look whether an inode is still in use, and /proc does not tell two such sockets apart. */
    @Test
    void showsTheHoldersOfBothWhereTwoOpenSocketsHaveOneInode() throws IOException {
        processes.start(30, "gamma", 100);
        Socket[] both = {new Socket(100, 1), new Socket(200, 2), new Socket(100, 3)};

        refresh(both);
        assertEquals(List.of("alpha", "gamma"), names(100));
        processes.looks();
        refresh(both);

        assertEquals(List.of("alpha", "gamma"), names(100));
        assertEquals(2, processes.looks());
    }

    /** Pids are given out again: a child may have a lower one than the process that opened the socket. */
    @Test
    void namesTheOldestOwnerFirstWhateverItsPidIs() throws IOException {
        processes.start(5, "child", 100);
        Socket[] sockets = {new Socket(100, 1), new Socket(200, 2), new Socket(300, 3)};

        refresh(sockets);
        refresh(sockets);

        assertEquals(List.of("alpha", "child"), names(100));
    }

    /** Between fork and exec, and after it until the new program closes them, a child has the sockets of its parent. */
    @Test
    void aChildThatHasEndedMeanwhileIsNoOwnerBesideItsParent() throws IOException {
        processes.start(30, "child", 100);
        Owners fresh = new Owners(processes.reader(), () -> processes, NEVER);
        latest = new FakeDump(new Socket(100, 1));
        fresh.update(latest);
        processes.start(30, "another", 400);

        assertEquals(List.of("alpha"), names(fresh, 100));
    }

    @Test
    void doesNotGiveTheSocketOfAnEndedProcessToTheOneThatHasItsPidNow() throws IOException {
        Owners fresh = new Owners(processes.reader(), () -> processes, NEVER);
        latest = new FakeDump(new Socket(100, 1));
        fresh.update(latest);
        processes.start(A, "omega", 400);

        assertEquals(List.of("(ended)"), names(fresh, 100));
        refresh(fresh, new Socket(100, 1), new Socket(400, 4));
        assertEquals(List.of(), names(fresh, 100));
        assertEquals(List.of("omega"), names(fresh, 400));
    }

    @Test
    void findsASocketPassedOnInTheDarkByAFullScan() {
        owners = owners(Duration.ZERO);
        processes.exchange(B, 100);

        refreshUntilBothHold();
    }

    @Test
    void goesOnWhereAFullScanFails() {
        owners = owners(Duration.ZERO);
        processes.exchange(B, 100);
        processes.failOnOtherThreads(true);
        for (int i = 0; i < 1000; i++) {
            refresh(new Socket(100, 1));
            assertEquals(List.of("alpha"), names(100));
        }

        processes.failOnOtherThreads(false);
        refreshUntilBothHold();
    }

    private void refreshUntilBothHold() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (names(100).size() < 2) {
            assertTrue(System.nanoTime() < end, "no full scan has found it");
            refresh(new Socket(100, 1));
        }
        assertEquals(List.of("alpha", "beta"), names(100));
    }

    /** Reads, and shows what is found, as a view does. */
    private void refresh(Socket... sockets) {
        refresh(owners, sockets);
    }

    private void refresh(Owners owners, Socket... sockets) {
        latest = new FakeDump(sockets);
        try {
            owners.update(latest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Socket socket : sockets) {
            names(owners, socket.inode());
        }
    }

    private List<String> names(int inode) {
        return names(owners, inode);
    }

    private List<String> names(Owners owners, int inode) {
        Holding holding = owners.of(latest.record(inode));
        return holding == null
                ? List.of()
                : holding.owners().stream().map(ProcessInfo::name).toList();
    }
}
