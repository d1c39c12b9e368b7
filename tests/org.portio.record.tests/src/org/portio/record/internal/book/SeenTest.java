// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.portio.record.internal.book.Scene.at;
import static org.portio.record.internal.book.Scene.listener;
import static org.portio.record.internal.book.Scene.process;
import static org.portio.record.internal.book.Scene.tcp;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;

/** Counts the connections that were opened, as the kernel does. */
class SeenTest {

    private static final String SERVER = "10.0.0.1:80";
    private static final String CLIENT = "10.0.0.2:40000";
    private static final ProcessInfo NGINX = process(12, "nginx");

    private final Scene scene = new Scene(true);

    @Test
    void countsAnAttemptThatFailed() throws RecordException {
        scene.snapshot(0);
        scene.ended(50, 2, "10.0.0.1:40000", null, Reach.ATTEMPTED, 0);

        assertEquals(Role.OUTGOING, scene.only().role());
        assertEquals(TcpState.SYN_SENT, scene.only().connection().state());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void countsNeitherListenersNorWhatOnlyHadAPort() throws RecordException {
        scene.snapshot(0);
        scene.ended(50, 2, "10.0.0.1:40000", null, Reach.NONE, 0);

        assertEquals(Role.UNKNOWN, scene.only().role());
        assertEquals(0, scene.book().seen());
    }

    @Test
    void countsASocketOnceWhateverIsLearntOfIt() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, null, TcpState.BOUND, NGINX));
        assertEquals(Role.BOUND, scene.only().role());
        assertEquals(0, scene.book().seen());

        scene.snapshot(200, tcp(2, CLIENT, SERVER, TcpState.SYN_SENT, NGINX));
        scene.snapshot(300, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(400, tcp(2, CLIENT, SERVER, TcpState.FIN_WAIT_1));
        scene.ended(450, 2, CLIENT, SERVER);

        Account account = scene.only();
        assertEquals(Role.OUTGOING, account.role());
        assertEquals(
                EnumSet.of(TcpState.BOUND, TcpState.SYN_SENT, TcpState.ESTABLISHED, TcpState.FIN_WAIT_1),
                EnumSet.copyOf(account.states()));
        assertEquals(List.of(NGINX), account.connection().owners());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void doesNotCountWhatWasConnectedBefore() throws RecordException {
        scene.snapshot(0, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.ended(50, 2, CLIENT, SERVER);

        assertEquals(0, scene.book().seen());
        assertFalse(scene.only().isOpen());
    }

    @Test
    void countsWhatHadAPortBeforeAndConnectsNow() throws RecordException {
        scene.snapshot(0, tcp(2, CLIENT, null, TcpState.BOUND, NGINX));
        scene.ended(50, 2, CLIENT, SERVER);

        assertEquals(1, scene.book().seen());
        assertEquals(SERVER, scene.only().connection().remote().toString());
    }

    @Test
    void doesNotCountOneThatWasResetBeforeAndClosedNow() throws RecordException {
        scene.snapshot(0);
        scene.ended(5000, 2, CLIENT, SERVER, Reach.ESTABLISHED, 10_000);

        assertEquals(0, scene.book().seen());
        assertEquals(Instant.MIN, scene.only().opened().earliest());
    }

    /** The kernel may have told of the end a fifth of a second late. */
    @Test
    void oneThatEndedSoonAfterTheStartMayHaveBeenThereBefore() throws RecordException {
        scene.snapshot(0);
        scene.ended(100, 2, CLIENT, SERVER);
        assertEquals(Instant.MIN, scene.only().opened().earliest());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void oneThatEndedLaterWasOpenedAfterTheStart() throws RecordException {
        scene.snapshot(0);
        scene.ended(400, 2, CLIENT, SERVER);
        assertEquals(at(0), scene.only().opened().earliest());
    }

    @Test
    void doesNotCountARequestThatNoConnectionCameOf() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.snapshot(100, listener(1, 80, NGINX), tcp(2, SERVER, CLIENT, TcpState.SYN_RECEIVED));
        scene.snapshot(200, listener(1, 80, NGINX));
        scene.snapshot(300, listener(1, 80, NGINX));

        assertEquals(0, scene.book().seen());
        assertEquals(
                new Moment(at(100), at(205), Evidence.SNAPSHOT), scene.of(2).closed());
    }
}
