// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/** The socket itself, as its row has it. */
final class SocketSection implements PropertySection {

    private final BiFunction<Connection, Endpoint, String> services;

    /** Creates one with what tells the service that one end of a connection is; empty if it is none. */
    SocketSection(BiFunction<Connection, Endpoint, String> services) {
        this.services = services;
    }

    @Override
    public List<PropertyCategory> categories(Connection socket) {
        PropertyCategory.Builder category = new PropertyCategory.Builder("socket", Messages.SocketSection_title)
                .line(Messages.SocketSection_protocol, protocol(socket))
                .line(Messages.SocketSection_state, socket.stateText())
                .line(Messages.SocketSection_local, endpoint(socket, socket.local()))
                .line(Messages.SocketSection_remote, endpoint(socket, socket.remote()));
        addQueues(category, socket);
        category.line(Messages.SocketSection_user, ValueText.user(socket.user()))
                .id(Messages.SocketSection_inode, socket.inode())
                // In hexadecimal, as ss -e has it.
                .line(Messages.SocketSection_cookie, cookie(socket))
                .line(Messages.SocketSection_controlGroup, socket.controlGroup())
                .line(Messages.SocketSection_namespace, namespace(socket));
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
        category.line(Messages.SocketSection_receiveQueue, receive).line(Messages.SocketSection_sendQueue, send);
    }

    private static String cookie(Connection socket) {
        return socket.platformKey() == 0 ? "" : Long.toHexString(socket.platformKey());
    }

    private static String namespace(Connection socket) {
        return socket.namespace().isEmpty() ? Messages.SocketSection_ownNamespace : socket.namespace();
    }
}
