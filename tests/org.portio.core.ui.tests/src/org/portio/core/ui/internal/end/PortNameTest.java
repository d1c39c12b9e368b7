// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.testing.Sockets;

class PortNameTest {

    private static final PortName PORT = new PortName(Protocol.TCP, 8080);

    @Test
    void namesACommandOnlyIfRootSeesTheProcess() {
        assertEquals(
                "Another user's process holds TCP 8080. To end it, run in a terminal: sudo portio kill --port 8080"
                        + " --tcp",
                why(Set.of(Obstacle.OTHER_USERS), Ownership.HIDDEN));
        assertEquals(
                "The process that holds TCP 8080 is hidden: the capability CAP_SYS_PTRACE is missing; the system"
                        + " refuses even root.",
                why(Set.of(Obstacle.POLICY, Obstacle.CAP_SYS_PTRACE), Ownership.HIDDEN));
        assertEquals("The process that holds TCP 8080 is hidden from this user.", why(Set.of(), Ownership.UNKNOWN));
    }

    @Test
    void whereNoRightHelpsItAsksForNone() {
        assertEquals(
                "A process outside this container holds TCP 8080. End it from there.",
                why(Set.of(Obstacle.PID_NAMESPACE), Ownership.OUTSIDE));
        assertEquals(
                "The kernel itself holds TCP 8080, for example for a tunnel (vxlan, WireGuard) or a file server (NFS)."
                        + " No process holds it.",
                why(Set.of(Obstacle.OTHER_USERS), Ownership.KERNEL));
        assertEquals("No process holds TCP 8080 any more.", why(Set.of(), Ownership.CLOSED));
    }

    @Test
    void ofSeveralSocketsItNamesTheOneThatTheUserCanDoMostAbout() {
        assertEquals(
                why(Set.of(Obstacle.OTHER_USERS), Ownership.HIDDEN),
                why(Set.of(Obstacle.OTHER_USERS), Ownership.KERNEL, Ownership.HIDDEN));
    }

    @Test
    void namesTheAddressIfOthersHaveThePortElsewhere() {
        Connection asked = Sockets.listener("127.0.0.1", 8080);
        Connection other = Sockets.listener("127.0.0.2", 8080);
        PortName port = new PortName(Protocol.TCP, 8080, List.of(asked.local()), false);

        String why = port.whyNone(Sockets.snapshot(other, asked));

        assertTrue(why.endsWith("sudo portio kill --port 8080 --tcp --address 127.0.0.1"), why);
    }

    private static String why(Set<Obstacle> obstacles, Ownership... ownerships) {
        List<Connection> sockets =
                List.of(ownerships).stream().map(PortNameTest::listener).toList();
        return PORT.whyNone(new Snapshot(Sockets.TIME, "fake", sockets, List.of(), obstacles));
    }

    private static Connection listener(Ownership ownership) {
        Connection socket = Sockets.listener("127.0.0.1", 8080);
        return socket.with().owners(socket.owners(), ownership).build();
    }
}
