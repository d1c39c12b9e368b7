// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;
import org.portio.ui.table.TableModel.Grouping;

class ConnectionGroupingsTest {

    private static final ProcessInfo WEB = Sockets.process(42, "web");
    private static final Connection LISTENER = Sockets.listener("0.0.0.0", 80, WEB);
    private static final Connection ACCEPTED = tcp("127.0.0.1", "192.0.2.1", WEB, Sockets.process(43, "worker"));
    private static final Connection MAPPED = tcp("::ffff:127.0.0.1", "::ffff:192.0.2.1", Sockets.process(42, "web"));
    private static final Connection NOBODYS = tcp("127.0.0.1", "192.0.2.2");

    @Test
    void aSharedSocketBelongsToTheProcessThatOpenedIt() {
        Grouping<Connection> process = grouping("process");
        assertEquals(process.value().apply(LISTENER), process.value().apply(ACCEPTED));
        assertEquals("web", process.name().apply(ACCEPTED));
        assertNull(process.value().apply(NOBODYS));
        assertEquals("No visible process", process.name().apply(NOBODYS));
    }

    @Test
    void aRemoteHostIsTheSameInBothFamilies() {
        Grouping<Connection> remote = grouping("remoteAddress");
        assertEquals(remote.value().apply(ACCEPTED), remote.value().apply(MAPPED));
        assertNotEquals(remote.value().apply(ACCEPTED), remote.value().apply(NOBODYS));
        assertEquals("Not connected", remote.name().apply(LISTENER));
        assertEquals("192.0.2.2", remote.name().apply(NOBODYS));
    }

    @Test
    void aControlGroupHasItsLastNameAndAContainerAShortNumber() {
        String number = "3f4e5d6c7b8a" + "0".repeat(52);
        Connection contained = LISTENER.with()
                .group(ControlGroup.of("/system.slice/docker-" + number + ".scope"))
                .build();
        assertEquals(
                "docker-3f4e5d6c7b8a.scope", grouping("controlGroup").name().apply(contained));
        assertEquals("/", ConnectionGroupings.lastName("/"));
        assertEquals("No control group", grouping("controlGroup").name().apply(LISTENER));
    }

    @Test
    void stateAndUserAreAsTheirColumnsShowThem() {
        assertEquals("LISTEN", grouping("state").name().apply(LISTENER));
        assertEquals("root", grouping("user").name().apply(LISTENER));
        assertEquals("Unknown user", grouping("user").name().apply(NOBODYS));
    }

    @Test
    void theQueuesAreAddedUp() {
        assertEquals(0, grouping("state").sums().get("recvQ").applyAsLong(LISTENER));
        assertEquals(
                0,
                grouping("state")
                        .sums()
                        .get("sendQ")
                        .applyAsLong(LISTENER.with().queues(null).build()));
    }

    @Test
    void aGroupSaysWhatItsRowsHaveInCommonAndHowManyAreInEachState() {
        Grouping<Connection> process = grouping("process");
        List<Connection> rows = List.of(LISTENER, ACCEPTED, MAPPED);
        assertEquals("2 ESTABLISHED, 1 LISTEN", process.summaries().get("state").apply(rows));
        assertEquals("root", process.summaries().get("user").apply(rows));
        assertEquals("", process.summaries().get("user").apply(List.of(LISTENER, NOBODYS)));
        assertEquals("42", process.summaries().get("pid").apply(List.of(LISTENER, MAPPED)));
        assertEquals("", process.summaries().get("pid").apply(rows));
        assertEquals("TCP", process.summaries().get("protocol").apply(rows));
    }

    private static Grouping<Connection> grouping(String id) {
        return ConnectionGroupings.of(List.of()).stream()
                .filter(grouping -> grouping.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Connection tcp(String local, String remote, ProcessInfo... owners) {
        return Sockets.tcp(Sockets.endpoint(local, 80), Sockets.endpoint(remote, 50_000), TcpState.ESTABLISHED, owners);
    }
}
