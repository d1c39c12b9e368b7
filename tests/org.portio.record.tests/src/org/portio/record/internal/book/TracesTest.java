// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.portio.record.internal.book.Scene.at;
import static org.portio.record.internal.book.Scene.listener;
import static org.portio.record.internal.book.Scene.process;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;

/** The kernel traced connections that no snapshot has. */
class TracesTest {

    private static final String SERVER = "10.0.0.1:50001";
    private static final String CLIENT = "10.0.0.2:50002";
    private static final String NO_PORT_YET = "10.0.0.2:0";

    private final Scene scene = new Scene(true);

    @BeforeEach
    void begin() throws RecordException {
        scene.knows(process(42, "curl"));
        scene.knows(process(43, "wget"));
        scene.snapshot(0);
    }

    @Test
    void makeAnAccountExactAndNameTheOwner() throws RecordException {
        connect(1, 42, 100);
        scene.traced(110, 1, 0, CLIENT, SERVER, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(115, 7, CLIENT, SERVER);

        Account account = scene.of(7);
        assertEquals(Moment.at(at(100), Evidence.TRACEPOINT), account.opened());
        assertEquals(Moment.at(at(110), Evidence.TRACEPOINT), account.closed());
        assertEquals(Role.OUTGOING, account.role());
        assertEquals("curl", account.connection().processText());
        assertEquals("/srv/curl", account.directories().get(42L));
    }

    @Test
    void knowTheWayOfOneThatCame() throws RecordException {
        scene.traced(100, 1, 0, SERVER, CLIENT, TcpState.LISTEN, TcpState.SYN_RECEIVED);
        scene.traced(110, 1, 0, SERVER, CLIENT, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(115, 7, SERVER, CLIENT);

        assertEquals(Role.INCOMING, scene.of(7).role());
        assertEquals(List.of(), scene.of(7).connection().owners());
    }

    @Test
    void knowThePeerOfOneThatWasReset() throws RecordException {
        connect(1, 42, 100);
        scene.traced(110, 1, 42, CLIENT, SERVER, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(115, 7, "0.0.0.0:50002", null);

        assertEquals(SERVER, scene.of(7).connection().remote().toString());
        assertEquals(CLIENT, scene.of(7).connection().local().toString());
        assertEquals("curl", scene.of(7).connection().processText());
    }

    @Test
    void areNotReliedOnIfTwoWouldFit() throws RecordException {
        connect(1, 42, 100);
        connect(2, 43, 101);
        scene.traced(110, 1, 0, CLIENT, SERVER, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.traced(110, 2, 0, CLIENT, SERVER, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(115, 7, CLIENT, SERVER);

        assertEquals(List.of(), scene.of(7).connection().owners());
        assertFalse(scene.of(7).opened().isExact());
    }

    @Test
    void areThoseOfTheSameTimeOnly() throws RecordException {
        connect(1, 42, 100);
        scene.traced(110, 1, 0, CLIENT, SERVER, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(60_000, 7, CLIENT, SERVER);

        assertEquals(List.of(), scene.of(7).connection().owners());
    }

    @Test
    void leaveTheOwnersOfAListenerToWhatCameToIt() throws RecordException {
        scene.snapshot(50, listener(1, 50_001, process(12, "nginx")));
        scene.traced(100, 1, 0, SERVER, CLIENT, TcpState.LISTEN, TcpState.SYN_RECEIVED);
        scene.traced(110, 1, 0, SERVER, CLIENT, TcpState.ESTABLISHED, TcpState.CLOSED);
        scene.ended(115, 7, SERVER, CLIENT);

        assertEquals("nginx", scene.of(7).connection().processText());
        assertEquals(Moment.at(at(100), Evidence.TRACEPOINT), scene.of(7).opened());
    }

    private void connect(long socket, long pid, long millis) {
        scene.traced(millis, socket, pid, NO_PORT_YET, SERVER, TcpState.CLOSED, TcpState.SYN_SENT);
        scene.traced(millis + 1, socket, 0, CLIENT, SERVER, TcpState.SYN_SENT, TcpState.ESTABLISHED);
    }
}
