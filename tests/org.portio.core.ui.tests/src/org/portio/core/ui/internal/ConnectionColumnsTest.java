// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.filter.WrongFilterException;
import org.portio.core.port.ServiceNames;
import org.portio.core.ui.internal.measure.LiveMeasurements;
import org.portio.core.ui.internal.name.HostNames;
import org.portio.core.ui.internal.recognition.RecognizedColumn;
import org.portio.ui.table.Column;

class ConnectionColumnsTest {

    private static final List<Column<Connection>> COLUMNS = columns(false);

    private static List<Column<Connection>> columns(boolean ofOtherNamespaces) {
        return ConnectionColumns.model(
                        new PortServices(ServiceNames.parse(List.of("https 443/tcp", "http 80/tcp"))),
                        new RecognizedColumn(new FakeProcesses(), () -> fail("no cell is shown")),
                        new LiveMeasurements(
                                ConnectionMonitor.over(List.of()),
                                new LiveMeasurements.Target(
                                        () -> false,
                                        () -> false,
                                        Runnable::run,
                                        () -> fail("none"),
                                        () -> fail("none")),
                                () -> false),
                        new HostNames(),
                        new ContributedColumns(),
                        ofOtherNamespaces)
                .columns();
    }

    @Test
    void namespacesAreToldApartIfThereAreSeveral() {
        List<String> further = columns(true).stream()
                .filter(Column::visible)
                .map(Column::id)
                .filter(id -> COLUMNS.stream().noneMatch(own -> own.id().equals(id) && own.visible()))
                .toList();
        assertEquals(List.of("namespace", "container"), further);
    }

    private final Connection shared =
            Connections.listener(443, Connections.process(7, "nginx"), Connections.process(12, "nginx"));
    private final Connection hidden = Connections.tcp(9, 50000, TcpState.ESTABLISHED);

    @Test
    void firstAreTheColumnsThatUsersOfSuchToolsKnow() {
        List<String> visible =
                COLUMNS.stream().filter(Column::visible).map(Column::id).toList();
        assertEquals(
                List.of(
                        "process",
                        "pid",
                        "protocol",
                        "state",
                        "localAddress",
                        "localPort",
                        "service",
                        "remoteAddress",
                        "remotePort",
                        "user",
                        "reservation"),
                visible);
    }

    @Test
    void eachFieldWithATitleHasAColumnWithIt() {
        Map<String, String> titles = COLUMNS.stream().collect(Collectors.toMap(Column::id, Column::title));
        titles.keySet()
                .removeAll(Set.of(
                        "service",
                        "recognized",
                        "container",
                        "unit",
                        "project",
                        "workingDirectory",
                        "bytesReceived",
                        "bytesSent",
                        "rate",
                        "rttMicros",
                        "retransmissions",
                        "age"));
        assertEquals(
                ConnectionFields.ALL.stream()
                        .filter(field -> field.title() != null)
                        .collect(Collectors.toMap(ConnectionField::id, ConnectionField::title)),
                titles);
    }

    @Test
    void noTwoColumnsHaveTheSameId() {
        List<String> ids = COLUMNS.stream().map(Column::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void everyColumnCopesWithWhatIsUnknown() {
        for (Column<Connection> column : COLUMNS) {
            for (Connection row : List.of(shared, hidden, Connections.udp(53))) {
                assertTrue(column.text().apply(row) != null, column.id());
                assertEquals(0, compare(column, row, row), column.id());
                compare(column, row, shared);
                compare(column, shared, row);
            }
        }
    }

    @Test
    void sharedSocketsShowEachOwner() {
        assertEquals("nginx", text("process", shared));
        assertEquals("7,12", text("pid", shared));
        assertEquals("/usr/bin/nginx --serve", text("commandLine", shared));
    }

    @Test
    void aHiddenOwnerIsAQuestionMarkAndNoOwnerIsNothing() {
        assertEquals("?", text("process", hidden));
        assertEquals("", text("process", Connections.tcp(80, 40000, TcpState.TIME_WAIT)));
    }

    @Test
    void listenersHaveNoRemoteEnd() {
        assertEquals("", text("remoteAddress", shared));
        assertEquals("", text("remotePort", shared));
    }

    @Test
    void portsAreSortedAsNumbers() {
        assertTrue(compare(column("localPort"), hidden, shared) < 0);
    }

    @Test
    void statesAreSortedByTheirPlaceInALifeAndUdpComesBehindThem() {
        Connection waiting = Connections.tcp(80, 40000, TcpState.TIME_WAIT);
        assertTrue(compare(column("state"), hidden, waiting) < 0);
        assertTrue(compare(column("state"), waiting, Connections.udp(53)) < 0);
        assertTrue(column("state").order(true).compare(Connections.udp(53), waiting) < 0);
    }

    @Test
    void theProtocolIsSortedWithoutTheFamilyWhichItsCellDoesNotShow() {
        Connection ipv6 = Connection.of(Protocol.TCP, AddressFamily.IPV6, Endpoint.parse("[::1]:1"))
                .build();
        assertEquals(0, compare(column("protocol"), shared, ipv6));
    }

    @Test
    void aHiddenOwnerComesLastInBothDirections() {
        for (String id : List.of("process", "pid", "commandLine", "processStartTime")) {
            assertTrue(column(id).order(false).compare(shared, hidden) < 0, id);
            assertTrue(column(id).order(true).compare(shared, hidden) < 0, id);
        }
    }

    @ParameterizedTest
    @CsvSource({"state, listen", "protocol, tcp", "family, ipv4", "localPort, 443", "pid, 12", "executable, nginx"})
    void theFilterFindsTheValueOfAField(String id, String value) throws WrongFilterException {
        assertTrue(column(id).cells().named(id, value).test(shared));
    }

    @ParameterizedTest
    @CsvSource({"state, sleeping", "protocol, icmp", "family, ipx", "localPort, x", "pid, x", "localPort, 70000"})
    void theFilterRefusesWhatTheTypeOfTheFieldCannotBe(String id, String value) {
        assertThrows(WrongFilterException.class, () -> column(id).cells().named(id, value));
    }

    @Test
    void udpHasItsOwnStates() {
        assertEquals("unconnected", text("state", Connections.udp(53)));
    }

    @Test
    void theServiceIsThatOfTheEndWhichServes() {
        assertEquals("https", text("service", shared));
        assertEquals("http", text("service", Connections.tcp(50000, 80, TcpState.ESTABLISHED)));
        assertEquals("", text("service", hidden));
    }

    @Test
    void controlGroupAndNamespaceAreShownOnlyWhenAsked() {
        assertFalse(column("controlGroup").visible());
        assertFalse(column("namespace").visible());
        assertEquals("", text("namespace", shared));
    }

    private static Column<Connection> column(String id) {
        return COLUMNS.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String column, Connection row) {
        return column(column).text().apply(row);
    }

    private static int compare(Column<Connection> column, Connection a, Connection b) {
        Comparator<? super Connection> order = column.order(false);
        return order.compare(a, b);
    }
}
