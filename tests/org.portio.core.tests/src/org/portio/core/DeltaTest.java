// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.testing.Sockets;

class DeltaTest {

    private static final Connection WEB = listener("0.0.0.0", 80, process(10, "nginx"));
    private static final Connection SSH = listener("0.0.0.0", 22, process(20, "sshd"));

    @Test
    void isEmptyBetweenEqualSnapshots() {
        assertTrue(Delta.between(snapshot(WEB, SSH), snapshot(SSH, WEB)).isEmpty());
    }

    @Test
    void tellsWhatOpenedAndWhatClosed() {
        Delta delta = Delta.between(snapshot(WEB), snapshot(SSH));

        assertEquals(List.of(SSH), delta.opened());
        assertEquals(List.of(WEB), delta.closed());
        assertTrue(delta.changed().isEmpty());
    }

    @Test
    void tellsAChangeOfStateWithBeforeAndAfter() {
        Connection before = client(TcpState.SYN_SENT);
        Connection after = client(TcpState.ESTABLISHED);

        Delta delta = Delta.between(snapshot(before), snapshot(after));

        assertEquals(List.of(new Delta.Change(before, after)), delta.changed());
        assertTrue(delta.opened().isEmpty());
        assertTrue(delta.closed().isEmpty());
    }

    @Test
    void tellsAChangeOfOwners() {
        Connection shared = listener("0.0.0.0", 80, process(10, "nginx"), process(11, "nginx"));

        assertEquals(1, Delta.between(snapshot(WEB), snapshot(shared)).changed().size());
    }

    @Test
    void tellsWhatCameAndWentAmongManyThatStayedInTheirOrder() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Connection> before = new ArrayList<>();
            List<Connection> after = new ArrayList<>();
            List<Connection> opened = new ArrayList<>();
            Set<Connection> closed = new HashSet<>();
            int often = 1 + random.nextInt(100);
            for (int port = 1; port < 500; port++) {
                Connection next = listener("0.0.0.0", port, process(10, "nginx"));
                int chance = random.nextInt(2 * often);
                if (chance == 0) {
                    closed.add(next);
                    before.add(next);
                } else if (chance == 1) {
                    opened.add(next);
                    after.add(next);
                } else {
                    before.add(next);
                    after.add(next);
                }
            }
            if (round % 2 == 0) {
                Collections.rotate(after, random.nextInt(after.size()));
            }

            Delta delta = Delta.between(snapshot(before), snapshot(after));

            assertEquals(new HashSet<>(opened), new HashSet<>(delta.opened()));
            assertEquals(closed, new HashSet<>(delta.closed()));
            assertTrue(delta.changed().isEmpty());
        }
    }

    private static Snapshot snapshot(List<Connection> connections) {
        return snapshot(connections.toArray(Connection[]::new));
    }

    private static Snapshot snapshot(Connection... connections) {
        return Sockets.snapshot(connections);
    }

    @Test
    void countsListenersThatShareAPort() {
        Delta delta = Delta.between(snapshot(WEB, WEB, WEB), snapshot(WEB, SSH));

        assertEquals(List.of(SSH), delta.opened());
        assertEquals(List.of(WEB, WEB), delta.closed());
    }

    private static Connection client(TcpState state) {
        return tcp(endpoint("127.0.0.1", 40000), endpoint("127.0.0.1", 80), state, process(30, "curl"));
    }
}
