// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.linux.internal.FakeDump;
import org.portio.core.linux.internal.FakeDump.Socket;
import org.portio.core.linux.internal.FakeProcesses;

/** Sockets without an owner on a machine with one process that may not be looked into, as in many containers. */
class OwnershipsTest {

    private static final int READABLE = 10;
    private static final int UNREADABLE = 20;
    private static final int PLAIN_USER = 1000;
    private static final Socket KNOWN = new Socket(100, 1);
    private static final Socket NEW = new Socket(300, FakeDump.GONE);

    @TempDir
    private Path proc;

    private FakeProcesses processes;
    private Ownerships ownerships;

    @BeforeEach
    void startProcesses() throws IOException {
        Files.createDirectory(proc.resolve("1"));
        processes = new FakeProcesses(proc);
        processes.start(READABLE, "readable", KNOWN.inode());
        processes.start(UNREADABLE, "unreadable", (int[]) null);
        Owners owners = new Owners(processes.reader(), () -> processes, Duration.ofDays(1));
        ownerships = new Ownerships(owners, new Sight(proc), () -> KernelUses.NONE);
        assertEquals(Ownership.KNOWN, update(KNOWN));
    }

    @Test
    void aSocketThatComesAndGoesIsNotHiddenFromRoot() throws IOException {
        assertEquals(Ownership.CLOSED, update(KNOWN, NEW));
        assertEquals(Set.of(), ownerships.obstacles());
    }

    @Test
    void aSocketThatStaysIsHiddenWhenItIsSeenAgain() throws IOException {
        Socket staying = new Socket(NEW.inode(), 3);
        update(KNOWN, staying);

        assertEquals(Ownership.HIDDEN, update(KNOWN, staying));
    }

    @Test
    void aListenerIsHiddenAtOnce() throws IOException {
        assertEquals(Ownership.HIDDEN, update(KNOWN, new Socket(NEW.inode(), 3, true)));
    }

    @Test
    void anotherUsersSocketIsHiddenAtOnce() throws IOException {
        processes.lookAs(PLAIN_USER);

        assertEquals(Ownership.HIDDEN, update(KNOWN, NEW));
        assertTrue(ownerships.obstacles().contains(Obstacle.OTHER_USERS), "no word on other users");
    }

    /** Returns the ownership of the last of the sockets. */
    private Ownership update(Socket... sockets) throws IOException {
        ownerships.update(new FakeDump(sockets));
        Ownership last = null;
        for (int i = 0; i < sockets.length; i++) {
            last = ownerships.of(i);
        }
        return last;
    }
}
