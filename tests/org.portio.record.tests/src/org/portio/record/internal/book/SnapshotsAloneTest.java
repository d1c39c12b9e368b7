// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.book.Scene.at;
import static org.portio.record.internal.book.Scene.listener;
import static org.portio.record.internal.book.Scene.process;
import static org.portio.record.internal.book.Scene.tcp;

import org.junit.jupiter.api.Test;
import org.portio.core.TcpState;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;

/** Works as on a system that tells of no ends, and may not number its sockets either. */
class SnapshotsAloneTest {

    private static final String SERVER = "10.0.0.1:80";
    private static final String CLIENT = "10.0.0.2:40000";

    private final Scene scene = new Scene(false);

    @Test
    void closesWhatTheNextSnapshotHasNot() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(1000, tcp(0, CLIENT, SERVER, TcpState.ESTABLISHED, process(1, "curl")));
        scene.snapshot(2000);

        assertEquals(
                new Moment(at(1000), at(2005), Evidence.SNAPSHOT), scene.only().closed());
        assertEquals(Role.OUTGOING, scene.only().role());
    }

    @Test
    void endsWithTimeWait() throws RecordException {
        scene.snapshot(0, tcp(0, CLIENT, SERVER, TcpState.ESTABLISHED, process(1, "curl")));
        scene.snapshot(1000, tcp(0, CLIENT, SERVER, TcpState.TIME_WAIT));
        scene.snapshot(2000, tcp(0, CLIENT, SERVER, TcpState.TIME_WAIT));
        scene.snapshot(3000);

        assertEquals(
                new Moment(at(0), at(1005), Evidence.SNAPSHOT), scene.only().closed());
        assertTrue(scene.only().states().contains(TcpState.TIME_WAIT));
        assertEquals("curl", scene.only().connection().processText());
    }

    @Test
    void hasAnAccountOfOneThatIsSeenInTimeWaitAlone() throws RecordException {
        scene.snapshot(0, tcp(0, SERVER, CLIENT, TcpState.TIME_WAIT));
        scene.snapshot(1000, tcp(0, CLIENT, SERVER, TcpState.TIME_WAIT));

        assertEquals(CLIENT, scene.only().connection().local().toString());
        assertFalse(scene.only().isOpen());
    }

    @Test
    void knowsTheRoleByTheListenerOfTheSameSnapshot() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(1000, tcp(0, SERVER, CLIENT, TcpState.ESTABLISHED), listener(0, 80));

        assertEquals(
                Role.INCOMING,
                scene.accounts().stream()
                        .filter(account -> account.connection().remote() != null)
                        .findFirst()
                        .orElseThrow()
                        .role());
    }
}
