// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.CommunityId;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.ui.internal.field.FieldText;

/** The socket itself, as its row has it. */
final class SocketSection implements PropertySection {

    /** The fields that are already shown by their own line here, or by another line. */
    private static final Set<ConnectionField<?>> TOLD = Set.of(
            Listed.PROTOCOL,
            ConnectionFields.FAMILY,
            Listed.STATE,
            Listed.LOCAL_ADDRESS,
            Listed.LOCAL_PORT,
            ConnectionFields.INTERFACE,
            Listed.REMOTE_ADDRESS,
            ConnectionFields.REMOTE_PORT,
            ConnectionFields.RECEIVE_QUEUE,
            ConnectionFields.SEND_QUEUE,
            Listed.USER,
            ConnectionFields.UID,
            ConnectionFields.INODE,
            ConnectionFields.CONTROL_GROUP,
            Listed.NAMESPACE);

    /** All other fields of a socket that have a title. */
    private static final List<ConnectionField<?>> FURTHER = ConnectionFields.ALL.stream()
            .filter(field -> field.title() != null && field.ofOwner() == null && !TOLD.contains(field))
            .toList();

    private final BiFunction<Connection, Endpoint, String> services;

    /** Creates one with what tells the service that one end of a connection is; empty if it is none. */
    SocketSection(BiFunction<Connection, Endpoint, String> services) {
        this.services = services;
    }

    @Override
    public List<PropertyCategory> categories(Connection socket) {
        PropertyCategory.Builder category = new PropertyCategory.Builder("socket", Messages.SocketSection_title)
                .line(Listed.PROTOCOL, protocol(socket))
                .line(Listed.STATE, socket.stateText())
                .line(Listed.LOCAL_ADDRESS, endpoint(socket, socket.local()))
                .line(Listed.REMOTE_ADDRESS, endpoint(socket, socket.remote()));
        addQueues(category, socket);
        category.line(Listed.USER, ValueText.user(socket.user()))
                .id(ConnectionFields.INODE, socket.inode())
                // In hexadecimal, as ss -e has it.
                .line(Messages.SocketSection_cookie, cookie(socket))
                .line(Messages.SocketSection_communityId, CommunityId.of(socket))
                .line(ConnectionFields.CONTROL_GROUP, socket.controlGroup())
                .line(Listed.NAMESPACE, namespace(socket));
        FURTHER.forEach(field -> category.line(field, FieldText.all(field, socket)));
        return List.of(category.build());
    }

    private static String protocol(Connection socket) {
        return NLS.bind(
                Messages.SocketSection_protocolOverFamily,
                socket.protocol(),
                socket.family() == AddressFamily.IPV4 ? "IPv4" : "IPv6");
    }

    private String endpoint(Connection socket, Endpoint end) {
        if (end == null) {
            return "";
        }
        String service = services.apply(socket, end);
        return service.isEmpty() ? end.toString() : end + " (" + service + ")";
    }

    /** The queues of a listener hold connections, those of all other sockets bytes. */
    private static void addQueues(PropertyCategory.Builder category, Connection socket) {
        Queues queues = socket.queues();
        if (queues == null) {
            return;
        }
        boolean listener = socket.protocol() == Protocol.TCP && socket.isListening();
        String receive = listener
                ? ValueText.counted(
                        queues.receive(), Messages.SocketSection_oneWaits, Messages.SocketSection_severalWait)
                : ValueText.bytes(queues.receive());
        String send = listener
                ? ValueText.counted(
                        queues.send(), Messages.SocketSection_oneMayWait, Messages.SocketSection_severalMayWait)
                : ValueText.bytes(queues.send());
        category.line(ConnectionFields.RECEIVE_QUEUE, receive).line(ConnectionFields.SEND_QUEUE, send);
    }

    private static String cookie(Connection socket) {
        return socket.platformKey() == 0 ? "" : Long.toHexString(socket.platformKey());
    }

    private static String namespace(Connection socket) {
        return socket.namespace().isEmpty() ? Messages.SocketSection_ownNamespace : socket.namespace();
    }
}
