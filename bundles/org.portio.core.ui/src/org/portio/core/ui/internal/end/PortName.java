// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;

/** A port that somebody may hold. */
record PortName(Protocol protocol, int port) {

    /** The one that these sockets keep from others; empty where there are none or several. */
    static Optional<PortName> of(Collection<Connection> sockets) {
        List<PortName> ports = sockets.stream()
                .filter(PortName::isHolding)
                .map(socket -> new PortName(socket.protocol(), socket.local().port()))
                .distinct()
                .limit(2)
                .toList();
        return ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty();
    }

    private static boolean isHolding(Connection socket) {
        return socket.isListening() || socket.state() == TcpState.BOUND;
    }

    private Stream<Connection> sockets(Snapshot snapshot) {
        return snapshot.connections().stream()
                .filter(socket -> socket.local().port() == port && socket.protocol() == protocol)
                .filter(PortName::isHolding);
    }

    /** The processes that hold it, as far as they may be seen. */
    List<ProcessInfo> owners(Snapshot snapshot) {
        return sockets(snapshot)
                .flatMap(socket -> socket.owners().stream())
                .distinct()
                .toList();
    }

    /** Why none of these owners is the one to be ended. */
    String whyNotOne(Snapshot snapshot, List<ProcessInfo> owners) {
        if (!owners.isEmpty()) {
            String names = owners.stream().map(EndTarget::text).collect(Collectors.joining(", "));
            return NLS.bind(Messages.PortName_several, this, names);
        }
        boolean hidden = sockets(snapshot).anyMatch(Connection::ownerHidden);
        return NLS.bind(hidden ? Messages.PortName_hidden : Messages.PortName_nobody, this);
    }

    /** As {@code TCP 8080}. */
    @Override
    public String toString() {
        return protocol + " " + port;
    }
}
