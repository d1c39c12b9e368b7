// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Connection HIDDEN = listener("0.0.0.0", 22);
    private static final Connection SEEN = listener("0.0.0.0", 80, process(1, "nginx"));
    private static final Connection OWNERLESS =
            tcp(endpoint("127.0.0.1", 80), endpoint("127.0.0.1", 40000), TcpState.TIME_WAIT);

    @Test
    void countsSocketsWhoseOwnerIsHiddenAndNotThoseThatHaveNone() {
        assertEquals(1, snapshot(HIDDEN, SEEN, OWNERLESS).hiddenOwners());
    }

    @Test
    void saysHowToSeeHiddenOwners() {
        assertEquals("", snapshot(SEEN, OWNERLESS).hiddenOwnersText());
        assertEquals(
                "owners of 1 socket hidden: run with privileges",
                snapshot(HIDDEN).hiddenOwnersText());
        assertEquals(
                "owners of 2 sockets hidden: run with privileges",
                snapshot(HIDDEN, HIDDEN).hiddenOwnersText());
    }

    @Test
    void tellsRootWhatIsMissingAndWhatIsOutside() {
        Snapshot root = new Snapshot(
                Instant.EPOCH,
                "fake",
                List.of(HIDDEN),
                List.of(),
                Set.of(Obstacle.PID_NAMESPACE, Obstacle.CAP_SYS_PTRACE));

        assertEquals(
                "owners of 1 socket hidden: the capability CAP_SYS_PTRACE is missing; processes outside"
                        + " this container are not shown",
                root.hiddenOwnersText());
        assertEquals("", root.with(List.of(SEEN)).hiddenOwnersText());
    }

    @Test
    void neverCallsAUdpSocketListeningOrClosed() {
        Connection open = udp(endpoint("0.0.0.0", 53), null, process(1, "dns"));
        Connection connected = udp(endpoint("127.0.0.1", 40000), endpoint("127.0.0.1", 53), process(2, "dig"));

        assertEquals("unconnected", open.stateText());
        assertEquals("connected", connected.stateText());
    }

    @Test
    void namesEachOwningProcessOnceAndEachPid() {
        Connection shared = listener("0.0.0.0", 80, process(10, "nginx"), process(11, "nginx"), process(12, "php"));

        assertEquals("nginx,php", shared.processText());
        assertEquals("10,11,12", shared.pidText());
    }
}
