// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

class ConnectionInspectorTest {

    private final Connection listener = Sockets.listener("127.0.0.1", 80, Sockets.process(7, "nginx"));
    private final Connection open = connection(TcpState.ESTABLISHED);
    private final List<Connection> asked = new ArrayList<>();
    private final ConnectionInspector inspector =
            new ConnectionInspector(List.of(this::state), () -> this.latest, _ -> Optional.empty());
    private Snapshot latest = Sockets.snapshot(listener, open);

    @Test
    void showsNothingUntilAConnectionIsSelected() {
        assertEquals(Optional.of(Inspection.NOTHING), inspector.inspect());
        assertFalse(inspector.isFollowing());
    }

    @Test
    void followsTheSelectedConnectionToItsNewestValues() {
        inspector.follow(open);
        latest = Sockets.snapshot(listener, connection(TcpState.CLOSE_WAIT));

        assertEquals(List.of("State: CLOSE-WAIT"), lines());
        assertTrue(inspector.isFollowing());
    }

    @Test
    void keepsTheLastValuesOfAConnectionThatWasClosed() {
        inspector.follow(open);
        inspector.inspect();
        latest = Sockets.snapshot(listener);

        Inspection inspection = inspector.inspect().orElseThrow();

        assertEquals(latest.time(), inspection.closed());
        assertEquals(List.of("State: ESTABLISHED"), Lines.of(inspection.categories()));
        assertEquals(List.of(open), asked);
        assertFalse(inspector.isFollowing());
    }

    @Test
    void staysWithAClosedConnectionWhenItsRowIsNoLongerSelected() {
        inspector.follow(open);
        latest = Sockets.snapshot(listener);
        inspector.deselect();

        assertEquals(List.of("State: ESTABLISHED"), lines());
    }

    @Test
    void showsNothingWhenTheUserDeselectsAConnection() {
        inspector.follow(open);
        inspector.inspect();
        inspector.deselect();

        assertEquals(Optional.of(Inspection.NOTHING), inspector.inspect());
    }

    @Test
    void goesOnWithAConnectionThatIsSelectedAgainAfterItWasClosed() {
        inspector.follow(open);
        latest = Sockets.snapshot(listener);
        inspector.inspect();
        latest = Sockets.snapshot(open);
        inspector.follow(open);

        assertEquals(null, inspector.inspect().orElseThrow().closed());
    }

    @Test
    void ofSeveralSocketsWithOneKeyItFollowsTheOneWithTheSameOwner() {
        Connection other = Sockets.listener("127.0.0.1", 80, Sockets.process(8, "nginx"));
        latest = Sockets.snapshot(other, listener);
        inspector.follow(listener);

        assertEquals(listener, inspector.inspect().orElseThrow().connection());
    }

    @Test
    void aSectionThatFailsLeavesTheOthers() {
        PropertySection failing = _ -> {
            throw new IllegalStateException("a test");
        };
        ConnectionInspector robust =
                new ConnectionInspector(List.of(failing, this::state), () -> latest, _ -> Optional.empty());
        robust.follow(listener);

        assertEquals(
                List.of("State: LISTEN"),
                Lines.of(robust.inspect().orElseThrow().categories()));
    }

    @Test
    void whatIsFoundOfAConnectionIsLeftOutOnceAnotherIsSelected() {
        List<ConnectionInspector> self = new ArrayList<>();
        PropertySection slow = _ -> {
            self.getFirst().follow(listener);
            return List.of();
        };
        self.add(new ConnectionInspector(List.of(slow), () -> latest, _ -> Optional.empty()));
        self.getFirst().follow(open);

        assertEquals(Optional.empty(), self.getFirst().inspect());
        assertEquals(listener, self.getFirst().inspect().orElseThrow().connection());
    }

    private List<PropertyCategory> state(Connection connection) {
        asked.add(connection);
        return List.of(new PropertyCategory.Builder("state", "State")
                .line("State", connection.stateText())
                .build());
    }

    private List<String> lines() {
        return Lines.of(inspector.inspect().orElseThrow().categories());
    }

    private static Connection connection(TcpState state) {
        return Sockets.tcp(Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", 40000), state);
    }
}
