// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.net.Inet6Address;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.Endpoint;
import org.portio.core.ProcessInfo;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.system.User;

/**
 * One field of an exported connection: a property of the JSON object and a column of the CSV.
 *
 * @param value gives a String, Number, Boolean, a List of numbers, or null if it is not known
 */
record ConnectionField(String name, Function<Connection, Object> value) {

    /** All of them in the order in which they are written. Their names are public: see connections.schema.json. */
    static final List<ConnectionField> ALL = List.of(
            new ConnectionField("protocol", socket -> socket.protocol().label()),
            new ConnectionField("family", socket -> socket.family().label()),
            new ConnectionField("localAddress", socket -> address(socket.local())),
            new ConnectionField("localPort", socket -> socket.local().port()),
            new ConnectionField("remoteAddress", socket -> known(socket.remote(), ConnectionField::address)),
            new ConnectionField("remotePort", socket -> known(socket.remote(), Endpoint::port)),
            new ConnectionField("state", ConnectionField::state),
            ofOwner("pid", ProcessInfo::pid),
            new ConnectionField("pids", ConnectionField::pids),
            ofOwner("process", ProcessInfo::name),
            new ConnectionField("user", socket -> known(socket.user(), User::name)),
            new ConnectionField("uid", socket -> known(socket.user(), User::id)),
            ofOwner("commandLine", owner -> knownText(owner.commandLine())),
            ofOwner("executable", owner -> knownText(owner.executable())),
            ofOwner("processStartTime", owner -> known(owner.startTime(), Instant::toString)),
            ofOwner("parentPid", owner -> knownNumber(owner.parentPid())),
            new ConnectionField("recvQ", socket -> known(socket.queues(), Queues::receive)),
            new ConnectionField("sendQ", socket -> known(socket.queues(), Queues::send)),
            new ConnectionField("inode", socket -> knownNumber(socket.inode())),
            new ConnectionField("ownerHidden", Connection::ownerHidden),
            new ConnectionField("controlGroup", socket -> knownText(socket.controlGroup())),
            new ConnectionField("namespace", socket -> knownText(socket.namespace())),
            new ConnectionField(
                    "interface",
                    socket -> knownText(socket.local().netInterface().name())),
            new ConnectionField("ownership", socket -> socket.ownership().label()));

    Object of(Connection connection) {
        return value.apply(connection);
    }

    static Object state(Connection connection) {
        return known(connection.state(), TcpState::label);
    }

    static List<Long> pids(Connection connection) {
        return connection.owners().stream().map(ProcessInfo::pid).toList();
    }

    /** Returns a field of the first owner; null if no owner is seen. */
    private static ConnectionField ofOwner(String name, Function<ProcessInfo, Object> value) {
        return new ConnectionField(
                name,
                socket -> socket.owners().isEmpty()
                        ? null
                        : value.apply(socket.owners().getFirst()));
    }

    /** With its interface only if the address means nothing without it: {@code 127.0.0.1%lo} is read by few programs. */
    private static String address(Endpoint endpoint) {
        boolean scoped = endpoint.address() instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress();
        return scoped ? endpoint.addressText() : Addresses.unscoped(endpoint.address());
    }

    private static <T> Object known(T part, Function<T, Object> value) {
        return part == null ? null : value.apply(part);
    }

    private static String knownText(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Long knownNumber(long number) {
        return number == 0 ? null : number;
    }
}
