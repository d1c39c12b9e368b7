// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;

/**
 * The fields that the command line lists or sorts by. They are apart from the others of {@link ConnectionFields} because each
 * accessor is a class to load, which a short command feels.
 */
public final class ListedFields {

    public static final ConnectionField<Protocol> PROTOCOL = ConnectionField.of("protocol", Connection::protocol)
            .titled("Proto")
            .ordered("proto", ListedFields::compareProtocols);

    public static final ConnectionField<Endpoint> LOCAL_ADDRESS =
            ConnectionField.sorted("localAddress", "local", Connection::local).titled("Local Address");

    public static final ConnectionField<Integer> LOCAL_PORT = ConnectionField.of(
                    "localPort", socket -> socket.local().port())
            .ordered("port", ListedFields::comparePorts);

    public static final ConnectionField<Endpoint> REMOTE_ADDRESS = ConnectionField.sorted(
                    "remoteAddress", "foreign", Connection::remote)
            .titled("Foreign Address");

    /** Null for UDP, which has none. */
    public static final ConnectionField<TcpState> STATE =
            ConnectionField.of("state", Connection::state).titled("State").sortedBy("state", Connection::stateText);

    /** Process id of the first owner. */
    public static final ConnectionField<Long> PID =
            ConnectionField.sorted("pid", "pid", ofOwner(ProcessInfo::pid)).titled("PID");

    /** Name of the first owner. */
    public static final ConnectionField<String> PROCESS = ConnectionField.of("process", ofOwner(ProcessInfo::name))
            .titled("Process")
            .sortedBy("process", ofOwner(owner -> owner.name().toLowerCase(Locale.ROOT)));

    /** Name of the account that the socket belongs to. */
    public static final ConnectionField<String> USER = ConnectionField.sorted("user", "user", ListedFields::user);

    /** Null for the namespace that PortIO runs in, which comes first in the order. */
    public static final ConnectionField<String> NAMESPACE = ConnectionField.of("namespace", ListedFields::namespace)
            .titled("Namespace")
            .sortedBy("namespace", Connection::namespace);

    /** These fields in the order of the table's columns. */
    public static final List<ConnectionField<?>> ALL =
            List.of(PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, REMOTE_ADDRESS, STATE, PID, PROCESS, USER, NAMESPACE);

    private ListedFields() {}

    /** Returns what reads a value of the first owner; null if no owner is seen. */
    static <T> Function<Connection, T> ofOwner(Function<ProcessInfo, T> value) {
        return socket ->
                socket.owners().isEmpty() ? null : value.apply(socket.owners().getFirst());
    }

    private static int compareProtocols(Connection a, Connection b) {
        int byProtocol = a.protocol().compareTo(b.protocol());
        return byProtocol != 0 ? byProtocol : a.family().compareTo(b.family());
    }

    /** Compares the local ports, without an object for each. */
    private static int comparePorts(Connection a, Connection b) {
        return Integer.compare(a.local().port(), b.local().port());
    }

    private static String user(Connection socket) {
        User user = socket.user();
        return user == null ? null : user.name();
    }

    private static String namespace(Connection socket) {
        return socket.namespace().isEmpty() ? null : socket.namespace();
    }
}
