// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the connections table; those of the socket here, those of its owner in {@link OwnerColumns}. */
final class ConnectionColumns {

    private static final String LOCAL_PORT = "localPort";

    private static final List<String> STATES = Stream.concat(
                    Stream.of(TcpState.values()).map(TcpState::label), Stream.of("unconnected", "connected"))
            .toList();

    private ConnectionColumns() {}

    /** With what other bundles bring behind its own. */
    static TableModel<Connection> model(PortServices services, ContributedColumns contributed) {
        List<Column<Connection>> columns = Stream.of(
                        OwnerColumns.process(), socket(services), OwnerColumns.user(), kernel(), OwnerColumns.details())
                .flatMap(List::stream)
                .toList();
        return new TableModel<>(contributed.after(columns), Connection::key, new Sort(LOCAL_PORT, false));
    }

    private static List<Column<Connection>> socket(PortServices services) {
        return List.of(
                protocol(),
                address("localAddress", Messages.ConnectionColumns_localAddress, Connection::local),
                port(LOCAL_PORT, Messages.ConnectionColumns_localPort, Connection::local),
                Column.<Connection>text("service", Messages.ConnectionColumns_service, services::name)
                        .wide(100),
                address("remoteAddress", Messages.ConnectionColumns_remoteAddress, Connection::remote),
                port("remotePort", Messages.ConnectionColumns_remotePort, Connection::remote),
                state());
    }

    private static List<Column<Connection>> kernel() {
        Column<Connection> inode =
                Column.number("inode", Messages.ConnectionColumns_inode, row -> row.inode() == 0 ? null : row.inode());
        return List.of(
                queue("recvQ", Messages.ConnectionColumns_receiveQueue, Queues::receive),
                queue("sendQ", Messages.ConnectionColumns_sendQueue, Queues::send),
                inode.hidden(),
                family().hidden(),
                Column.text("controlGroup", Messages.ConnectionColumns_controlGroup, Connection::controlGroup)
                        .wide(250)
                        .hidden(),
                // Empty for the one that PortIO runs in: another one stands out.
                Column.text("namespace", Messages.ConnectionColumns_namespace, Connection::namespace)
                        .hidden(),
                Column.<Connection>text(
                                "interface",
                                Messages.ConnectionColumns_interface,
                                row -> row.local().netInterface().name())
                        .hidden());
    }

    private static Column<Connection> protocol() {
        return Column.<Connection>words(
                        "protocol",
                        Messages.ConnectionColumns_protocol,
                        row -> row.protocol().name(),
                        Stream.of(Protocol.values()).map(Protocol::name).toList())
                .orderedBy(Comparator.comparing(Connection::protocol))
                .wide(85);
    }

    private static Column<Connection> family() {
        return Column.<Connection>words(
                        "family",
                        Messages.ConnectionColumns_family,
                        row -> row.family().label(),
                        Stream.of(AddressFamily.values())
                                .map(AddressFamily::label)
                                .toList())
                .orderedBy(Comparator.comparing(Connection::family))
                .wide(85);
    }

    /** Sorts by state; sockets without one come behind all that have one, which is not the same as an unknown one. */
    private static Column<Connection> state() {
        return Column.words(
                        "state",
                        Messages.ConnectionColumns_state,
                        Connection::stateText,
                        STATES,
                        word -> TcpState.named(word).map(TcpState::label).orElse(word))
                .orderedBy(Comparator.comparing(Connection::state, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Connection::stateText))
                .wide(110);
    }

    private static Column<Connection> address(String id, String title, Function<Connection, Endpoint> end) {
        return Column.address(id, title, end).wide(130);
    }

    private static Column<Connection> port(String id, String title, Function<Connection, Endpoint> end) {
        Column<Connection> column = Column.port(id, title, row -> {
            Endpoint endpoint = end.apply(row);
            return endpoint == null ? null : (long) endpoint.port();
        });
        return column.wide(110);
    }

    private static Column<Connection> queue(String id, String title, Function<Queues, Long> fill) {
        Column<Connection> column =
                Column.number(id, title, row -> row.queues() == null ? null : fill.apply(row.queues()));
        return column.hidden();
    }
}
