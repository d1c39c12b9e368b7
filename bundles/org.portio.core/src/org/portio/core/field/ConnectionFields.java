// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.portio.core.AddressFamily;
import org.portio.core.Connection;
import org.portio.core.Endpoint;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.system.User;

/** All fields of a connection. {@link #ALL} has their order in JSON, in CSV and in the command line's table. */
public final class ConnectionFields {

    public static final ConnectionField<Protocol> PROTOCOL = ConnectionField.of("protocol", Connection::protocol)
            .titled("Proto")
            .ordered("proto", ConnectionFields::compareProtocols);

    public static final ConnectionField<AddressFamily> FAMILY = ConnectionField.of("family", Connection::family);

    public static final ConnectionField<Endpoint> LOCAL_ADDRESS = ConnectionField.of("localAddress", Connection::local)
            .titled("Local Address")
            .sortedBy("local", Connection::local);

    public static final ConnectionField<Integer> LOCAL_PORT = ConnectionField.of(
                    "localPort", socket -> socket.local().port())
            .ordered("port", ConnectionFields::comparePorts);

    public static final ConnectionField<Endpoint> REMOTE_ADDRESS = ConnectionField.of(
                    "remoteAddress", Connection::remote)
            .titled("Foreign Address")
            .sortedBy("foreign", Connection::remote);

    public static final ConnectionField<Integer> REMOTE_PORT =
            ConnectionField.of("remotePort", socket -> known(socket.remote(), Endpoint::port));

    /** Null for UDP, which has none. */
    public static final ConnectionField<TcpState> STATE =
            ConnectionField.of("state", Connection::state).titled("State").sortedBy("state", Connection::stateText);

    /** Process id of the first owner. */
    public static final ConnectionField<Long> PID =
            ofOwner("pid", ProcessInfo::pid).titled("PID").sortedBy("pid", socket -> owner(socket, ProcessInfo::pid));

    public static final ConnectionField<List<Long>> PIDS = ConnectionField.of(
            "pids", socket -> socket.owners().stream().map(ProcessInfo::pid).toList());

    /** Name of the first owner. */
    public static final ConnectionField<String> PROCESS = ofOwner("process", ProcessInfo::name)
            .titled("Process")
            .sortedBy("process", socket -> owner(socket, owner -> owner.name().toLowerCase(Locale.ROOT)));

    public static final ConnectionField<String> USER = ConnectionField.of(
                    "user", socket -> known(socket.user(), User::name))
            .sortedBy("user", socket -> known(socket.user(), User::name));

    /** Null for the namespace that PortIO runs in, which comes first in the order. */
    public static final ConnectionField<String> NAMESPACE = ConnectionField.of(
                    "namespace", socket -> text(socket.namespace()))
            .titled("Namespace")
            .sortedBy("namespace", Connection::namespace);

    public static final List<ConnectionField<?>> ALL = List.of(
            PROTOCOL,
            FAMILY,
            LOCAL_ADDRESS,
            LOCAL_PORT,
            REMOTE_ADDRESS,
            REMOTE_PORT,
            STATE,
            PID,
            PIDS,
            PROCESS,
            USER,
            ConnectionField.of("uid", socket -> known(socket.user(), User::id)),
            ofOwner("commandLine", owner -> text(owner.commandLine())),
            ofOwner("executable", owner -> text(owner.executable())),
            ofOwner("processStartTime", ProcessInfo::startTime),
            ofOwner("parentPid", owner -> number(owner.parentPid())),
            ConnectionField.of("recvQ", socket -> known(socket.queues(), Queues::receive)),
            ConnectionField.of("sendQ", socket -> known(socket.queues(), Queues::send)),
            ConnectionField.of("inode", socket -> number(socket.inode())),
            ConnectionField.of("ownerHidden", Connection::ownerHidden),
            ConnectionField.of("controlGroup", socket -> text(socket.controlGroup())),
            NAMESPACE,
            ConnectionField.of(
                    "interface", socket -> text(socket.local().netInterface().name())),
            ConnectionField.of("ownership", Connection::ownership));

    private ConnectionFields() {}

    private static int compareProtocols(Connection a, Connection b) {
        int byProtocol = a.protocol().compareTo(b.protocol());
        return byProtocol != 0 ? byProtocol : a.family().compareTo(b.family());
    }

    /** Compares the local ports, without an object for each. */
    private static int comparePorts(Connection a, Connection b) {
        return Integer.compare(a.local().port(), b.local().port());
    }

    /** Makes a field of the first owner; null if no owner is seen. */
    private static <T> ConnectionField<T> ofOwner(String id, Function<ProcessInfo, T> value) {
        return ConnectionField.of(id, socket -> owner(socket, value));
    }

    private static <T> T owner(Connection socket, Function<ProcessInfo, T> value) {
        return socket.owners().isEmpty() ? null : value.apply(socket.owners().getFirst());
    }

    private static <P, T> T known(P part, Function<P, T> value) {
        return part == null ? null : value.apply(part);
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Long number(long number) {
        return number == 0 ? null : number;
    }
}
