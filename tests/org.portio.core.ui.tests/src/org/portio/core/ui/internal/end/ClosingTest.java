// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionSource;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.testing.ScratchActions;
import org.portio.testing.Sockets;

class ClosingTest {

    private static final ProcessInfo JAVA = Sockets.process(12, "java");

    private final Connection one = connection(40001, JAVA);
    private final Connection two = connection(40002);
    private final Connection three = connection(40003, JAVA);
    private final ClosingSource source = new ClosingSource();
    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(source), ScratchActions.log());

    @Test
    void onlyTcpConnectionsWithARemoteEndCanBeClosed() {
        assertTrue(Closing.isPossible(List.of(one, two)));
        assertFalse(Closing.isPossible(List.of()));
        assertFalse(Closing.isPossible(List.of(one, Sockets.listener("127.0.0.1", 80, JAVA))));
        assertFalse(Closing.isPossible(
                List.of(Sockets.udp(Sockets.endpoint("127.0.0.1", 53), Sockets.endpoint("127.0.0.1", 5353), JAVA))));
    }

    @Test
    void theQuestionNamesBothEndsAndTheProcess() {
        assertTrue(Closing.question(List.of(one)).endsWith("127.0.0.1:80 \u2192 127.0.0.1:40001, of java (PID 12)"));
        Connection over = Sockets.tcp(
                Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", 40001), TcpState.TIME_WAIT);
        assertTrue(Closing.question(List.of(over)).startsWith("Remove this TIME-WAIT entry?"));
        assertTrue(Closing.question(List.of(over, over)).startsWith("Remove these 2 TIME-WAIT entries?"));
        String both = Closing.question(List.of(one, two));
        assertTrue(both.startsWith("Close these 2 connections?"), both);
        assertTrue(both.endsWith("127.0.0.1:80 \u2192 127.0.0.1:40002, of a hidden process"), both);
    }

    @Test
    void saysHowManyWereClosed() {
        Closing closing = Closing.close(monitor, List.of(one, two));

        assertEquals(List.of(one, two), source.closed);
        assertEquals("", closing.failureText(2));
        assertEquals("2 connections were closed.", closing.doneText(2));
        assertEquals(
                "The connection was closed.",
                Closing.close(monitor, List.of(one)).doneText(1));
    }

    @Test
    void saysWhichHadGoneAlready() {
        source.gone.add(one);

        assertEquals(
                "127.0.0.1:80 \u2192 127.0.0.1:40001, of java (PID 12) was already closed.",
                Closing.close(monitor, List.of(one)).doneText(1));
        assertEquals(
                "1 of 2 connections were already closed.",
                Closing.close(monitor, List.of(one, two)).doneText(2));
    }

    @Test
    void aRefusalOfOneDoesNotKeepTheOthers() {
        source.failures.put(one, new ConnectionException("The kernel says no."));

        Closing closing = Closing.close(monitor, List.of(one, two));

        assertEquals(List.of(two), source.closed);
        assertEquals("1 of 2 connections could not be closed. The kernel says no.", closing.failureText(2));
    }

    @Test
    void withoutTheRightsNoOtherIsTried() {
        source.failures.put(one, new ConnectionException(Failure.of(Kind.PERMISSION, "run it with sudo")));

        Closing closing = Closing.close(monitor, List.of(one, two, three));

        assertEquals(List.of(), source.closed);
        assertEquals("3 of 3 connections could not be closed. Run it with sudo.", closing.failureText(3));
    }

    private static Connection connection(int remote, ProcessInfo... owners) {
        return Sockets.tcp(
                Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", remote), TcpState.ESTABLISHED, owners);
    }

    /** Remembers what it was asked to close. */
    private static final class ClosingSource implements ConnectionSource {

        private final List<Connection> closed = new ArrayList<>();
        private final List<Connection> gone = new ArrayList<>();
        private final Map<Connection, ConnectionException> failures = new HashMap<>();

        @Override
        public String name() {
            return "closing";
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Snapshot read() {
            return Sockets.snapshot();
        }

        @Override
        public boolean close(Connection connection) throws ConnectionException {
            if (failures.containsKey(connection)) {
                throw failures.get(connection);
            }
            return !gone.contains(connection) && closed.add(connection);
        }
    }
}
