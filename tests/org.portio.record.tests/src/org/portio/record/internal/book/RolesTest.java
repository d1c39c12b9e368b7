// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.record.internal.book.Scene.listener;
import static org.portio.record.internal.book.Scene.process;
import static org.portio.record.internal.book.Scene.tcp;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Account;
import org.portio.record.RecordException;
import org.portio.record.Role;

/** Which part a socket had, and who had it, as the book finds out. */
class RolesTest {

    private static final String SERVER = "10.0.0.1:80";
    private static final String CLIENT = "10.0.0.2:40000";
    private static final ProcessInfo NGINX = process(12, "nginx");

    private final Scene scene = new Scene(true);

    @Test
    void givesWhatCameToAListenerItsOwners() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.ended(50, 2, SERVER, CLIENT);

        Account account = scene.of(2);
        assertEquals(Role.INCOMING, account.role());
        assertEquals(List.of(NGINX), account.connection().owners());
        assertEquals(Map.of(12L, "/srv/nginx"), account.directories());
    }

    @Test
    void givesThemAlsoIfTheListenerHasJustEnded() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.ended(40, 1, "0.0.0.0:80", null, Reach.NONE, 0);
        scene.ended(50, 2, SERVER, CLIENT);

        assertEquals(Role.INCOMING, scene.of(2).role());
        assertEquals(List.of(NGINX), scene.of(2).connection().owners());
    }

    @Test
    void forgetsAListenerThatEndedLongAgo() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.ended(40, 1, "0.0.0.0:80", null, Reach.NONE, 0);
        scene.snapshot(50);
        scene.ended(60_000, 2, "10.0.0.1:40001", CLIENT);
        scene.ended(60_000, 3, SERVER, CLIENT);

        assertEquals(Role.UNKNOWN, scene.of(3).role());
        assertEquals(Ownership.CLOSED, scene.of(3).connection().ownership());
    }

    @Test
    void learnsThePartOfOneWhenTheNextSnapshotShowsItsListener() throws RecordException {
        scene.snapshot(0);
        scene.ended(50, 2, "10.0.0.1:50001", CLIENT);
        assertEquals(Role.UNKNOWN, scene.of(2).role());

        scene.snapshot(100, listener(1, 50_001, NGINX));

        assertEquals(Role.INCOMING, scene.of(2).role());
        assertEquals(List.of(NGINX), scene.of(2).connection().owners());
    }

    @Test
    void tellsTheEndsOfALocalConnectionApart() throws RecordException {
        scene.snapshot(0, listener(1, 50_001, NGINX));
        scene.ended(50, 2, "127.0.0.1:50001", "127.0.0.1:40000");
        scene.ended(50, 3, "127.0.0.1:40000", "127.0.0.1:50001");

        assertEquals(Role.INCOMING, scene.of(2).role());
        assertEquals(Role.OUTGOING, scene.of(3).role());
        assertEquals(2, scene.book().seen());
    }

    @Test
    void tellsWhichWayItWentByThePortsIfNothingElseDoes() throws RecordException {
        scene.snapshot(0);
        scene.ended(50, 2, "10.0.0.1:40000", "10.0.0.2:443");
        scene.ended(50, 3, "10.0.0.1:443", "10.0.0.2:40000");

        assertEquals(Role.OUTGOING, scene.of(2).role());
        assertEquals(Role.UNKNOWN, scene.of(3).role());
    }

    @Test
    void namesOwnersThatEndedBeforeTheyWereLookedAt() throws RecordException {
        scene.knows(process(42, "curl"));
        scene.snapshot(0);
        ProcessInfo ended = new ProcessInfo(42, null, "(ended)", "", "", null, 0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, ended));

        assertEquals("curl", scene.only().connection().processText());
    }
}
