// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;

/**
 * The fields of a connection, each defined once. From here come JSON, CSV, the columns of the window with their sorting and
 * filter, its view Properties, and, for the {@link Listed} ones, the command line's table.
 */
public final class ConnectionFields {

    public static final ConnectionField<AddressFamily> FAMILY = ConnectionField.of(
                    "family", AddressFamily.class, Connection::family)
            .titled("Address Family");

    public static final ConnectionField<Integer> REMOTE_PORT = ConnectionField.of(
                    "remotePort", Integer.class, socket -> known(socket.remote(), Endpoint::port))
            .titled("Remote Port");

    /** All processes that have the socket. */
    public static final ConnectionField<List<Long>> PIDS =
            ConnectionField.unsorted("pids", List.class, Listed.PID::all);

    /** The user id in decimal, sorted as a number; Windows' SIDs, being longer, come after those. */
    public static final ConnectionField<String> UID = ConnectionField.of(
                    "uid", String.class, socket -> known(socket.user(), User::id))
            .titled("User ID")
            .sortedBy(
                    socket -> known(socket.user(), User::id),
                    Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    public static final ConnectionField<String> COMMAND_LINE = ConnectionField.ofOwner(
                    "commandLine", String.class, owner -> text(owner.commandLine()))
            .titled("Command Line")
            .ignoringCase();

    public static final ConnectionField<String> EXECUTABLE = ConnectionField.ofOwner(
                    "executable", String.class, owner -> text(owner.executable()))
            .titled("Executable")
            .ignoringCase();

    public static final ConnectionField<Instant> STARTED = ConnectionField.ofOwner(
                    "processStartTime", Instant.class, ProcessInfo::startTime)
            .titled("Started");

    public static final ConnectionField<Long> PARENT_PID = ConnectionField.ofOwner(
                    "parentPid", Long.class, owner -> number(owner.parentPid()))
            .titled("Parent PID");

    public static final ConnectionField<Long> RECEIVE_QUEUE = ConnectionField.of(
                    "recvQ", Long.class, socket -> known(socket.queues(), Queues::receive))
            .titled("Recv-Q");

    public static final ConnectionField<Long> SEND_QUEUE = ConnectionField.of(
                    "sendQ", Long.class, socket -> known(socket.queues(), Queues::send))
            .titled("Send-Q");

    public static final ConnectionField<Long> INODE = ConnectionField.of(
                    "inode", Long.class, socket -> number(socket.inode()))
            .titled("Inode");

    public static final ConnectionField<String> CONTROL_GROUP = ConnectionField.of(
                    "controlGroup", String.class, socket -> text(socket.controlGroup()))
            .titled("Control Group")
            .ignoringCase();

    public static final ConnectionField<String> INTERFACE = ConnectionField.of(
                    "interface",
                    String.class,
                    socket -> text(socket.local().netInterface().name()))
            .titled("Interface")
            .ignoringCase();

    /** The state of a port that PortIO keeps: {@code held} or {@code lent}. */
    public static final ConnectionField<String> RESERVATION = ConnectionField.of(
                    "reservation",
                    String.class,
                    socket ->
                            socket.keeping().isKept() ? socket.keeping().state().label() : null)
            .titled("Reservation");

    /** Processes that have the socket open only to keep the port for its owners; null if there are none. */
    public static final ConnectionField<List<Long>> KEEPER_PIDS =
            ConnectionField.unsorted("keeperPids", List.class, ConnectionFields::keeperPids);

    /** Every field once; a new one comes last, since CSV is read by position. */
    public static final List<ConnectionField<?>> ALL = List.of(
            Listed.PROTOCOL,
            FAMILY,
            Listed.LOCAL_ADDRESS,
            Listed.LOCAL_PORT,
            Listed.REMOTE_ADDRESS,
            REMOTE_PORT,
            Listed.STATE,
            Listed.PID,
            PIDS,
            Listed.PROCESS,
            Listed.USER,
            UID,
            COMMAND_LINE,
            EXECUTABLE,
            STARTED,
            PARENT_PID,
            RECEIVE_QUEUE,
            SEND_QUEUE,
            INODE,
            ConnectionField.of("ownerHidden", Boolean.class, Connection::ownerHidden),
            CONTROL_GROUP,
            Listed.NAMESPACE,
            INTERFACE,
            ConnectionField.of("ownership", Ownership.class, Connection::ownership),
            ConnectionField.of(
                    "kernelUse", String.class, socket -> text(socket.kernelUse().text())),
            RESERVATION,
            KEEPER_PIDS);

    private ConnectionFields() {}

    private static <P, T> T known(P part, Function<P, T> value) {
        return part == null ? null : value.apply(part);
    }

    private static List<Long> keeperPids(Connection socket) {
        List<ProcessInfo> keepers = socket.keepers();
        return keepers.isEmpty() ? null : keepers.stream().map(ProcessInfo::pid).toList();
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Long number(long number) {
        return number == 0 ? null : number;
    }

    /**
     * The fields that the command line lists or sorts by. They are a class of their own because each accessor is a class to
     * load, which a short command feels; so nothing here may call a method of the class around it, which would load all.
     */
    public static final class Listed {

        public static final ConnectionField<Protocol> PROTOCOL = ConnectionField.of(
                        "protocol", Protocol.class, Connection::protocol)
                .titled("Protocol")
                .ordered(Listed::compareProtocols)
                .listed("Proto", "proto");

        public static final ConnectionField<Endpoint> LOCAL_ADDRESS = ConnectionField.of(
                        "localAddress", Endpoint.class, Connection::local)
                .titled("Local Address")
                .listed("Local Address", "local");

        public static final ConnectionField<Integer> LOCAL_PORT = ConnectionField.of(
                        "localPort", Integer.class, socket -> socket.local().port())
                .titled("Local Port")
                .ordered(Listed::comparePorts)
                .sortedAs("port");

        /** The command line calls it as netstat does. */
        public static final ConnectionField<Endpoint> REMOTE_ADDRESS = ConnectionField.of(
                        "remoteAddress", Endpoint.class, Connection::remote)
                .titled("Remote Address")
                .listed("Foreign Address", "foreign");

        /** Null for UDP, which has none. */
        public static final ConnectionField<TcpState> STATE = ConnectionField.of(
                        "state", TcpState.class, Connection::state)
                .titled("State")
                .ordered(Listed::compareStates)
                .listed("State", "state");

        public static final ConnectionField<Long> PID = ConnectionField.ofOwner("pid", Long.class, ProcessInfo::pid)
                .titled("PID")
                .listed("PID", "pid");

        public static final ConnectionField<String> PROCESS = ConnectionField.ofOwner(
                        "process", String.class, ProcessInfo::name)
                .titled("Process")
                .ignoringCase()
                .listed("Process", "process");

        /** Name of the account that the socket belongs to. */
        public static final ConnectionField<String> USER = ConnectionField.of("user", String.class, Listed::user)
                .titled("User")
                .ignoringCase()
                .sortedAs("user");

        /** Null for the namespace that PortIO runs in, which comes first in the order. */
        public static final ConnectionField<String> NAMESPACE = ConnectionField.of(
                        "namespace", String.class, Listed::namespace)
                .titled("Namespace")
                .sortedBy(Connection::namespace)
                .listed("Namespace", "namespace");

        /** These fields in the order of the table's columns. */
        public static final List<ConnectionField<?>> ALL =
                List.of(PROTOCOL, LOCAL_ADDRESS, LOCAL_PORT, REMOTE_ADDRESS, STATE, PID, PROCESS, USER, NAMESPACE);

        private Listed() {}

        private static int compareProtocols(Connection a, Connection b) {
            int byProtocol = a.protocol().compareTo(b.protocol());
            return byProtocol != 0 ? byProtocol : a.family().compareTo(b.family());
        }

        /** Compares the local ports, without an object for each. */
        private static int comparePorts(Connection a, Connection b) {
            return Integer.compare(a.local().port(), b.local().port());
        }

        /**
         * Compares the states; sockets without one come after all that have one, which is not the same as an unknown
         * one.
         */
        private static int compareStates(Connection a, Connection b) {
            if (a.state() != null && b.state() != null) {
                return a.state().compareTo(b.state());
            }
            int byHavingOne = Boolean.compare(a.state() == null, b.state() == null);
            return byHavingOne != 0 ? byHavingOne : a.stateText().compareTo(b.stateText());
        }

        private static String user(Connection socket) {
            User user = socket.user();
            return user == null ? null : user.name();
        }

        private static String namespace(Connection socket) {
            return socket.namespace().isEmpty() ? null : socket.namespace();
        }
    }
}
