// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.List;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Queues;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;

/** All fields of a connection, in the order in which JSON and CSV have them. */
public final class ConnectionFields {

    /** All processes that have the socket. */
    public static final ConnectionField<List<Long>> PIDS = ConnectionField.of(
            "pids", socket -> socket.owners().stream().map(ProcessInfo::pid).toList());

    /** Every field once; a new one comes last, since CSV is read by position. */
    public static final List<ConnectionField<?>> ALL = List.of(
            ListedFields.PROTOCOL,
            ConnectionField.of("family", Connection::family),
            ListedFields.LOCAL_ADDRESS,
            ListedFields.LOCAL_PORT,
            ListedFields.REMOTE_ADDRESS,
            ConnectionField.of("remotePort", socket -> known(socket.remote(), Endpoint::port)),
            ListedFields.STATE,
            ListedFields.PID,
            PIDS,
            ListedFields.PROCESS,
            ListedFields.USER,
            ConnectionField.of("uid", socket -> known(socket.user(), User::id)),
            ConnectionField.of("commandLine", ListedFields.ofOwner(owner -> text(owner.commandLine()))),
            ConnectionField.of("executable", ListedFields.ofOwner(owner -> text(owner.executable()))),
            ConnectionField.of("processStartTime", ListedFields.ofOwner(ProcessInfo::startTime)),
            ConnectionField.of("parentPid", ListedFields.ofOwner(owner -> number(owner.parentPid()))),
            ConnectionField.of("recvQ", socket -> known(socket.queues(), Queues::receive)),
            ConnectionField.of("sendQ", socket -> known(socket.queues(), Queues::send)),
            ConnectionField.of("inode", socket -> number(socket.inode())),
            ConnectionField.of("ownerHidden", Connection::ownerHidden),
            ConnectionField.of("controlGroup", socket -> text(socket.controlGroup())),
            ListedFields.NAMESPACE,
            ConnectionField.of(
                    "interface", socket -> text(socket.local().netInterface().name())),
            ConnectionField.of("ownership", Connection::ownership));

    private ConnectionFields() {}

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
