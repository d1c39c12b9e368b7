// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.kept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.Keeping;
import org.portio.core.ProcessInfo;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;

/**
 * The sockets of one kept port, and what they are to the user: the port itself while nobody has it, else the sockets of those who do.
 *
 * @param sockets at least one
 */
record KeptRow(long keeper, KeptPort port, List<Connection> sockets) {

    /** The socket for all addresses, of both families if there is one, stands for all; the oldest of several. */
    private static final Comparator<Connection> WIDEST = Comparator.<Connection, Boolean>comparing(
                    socket -> !socket.local().address().isAnyLocalAddress())
            .thenComparing(socket -> socket.family() != AddressFamily.IPV6)
            .thenComparing(Connection::inode);

    private static final int LOOPBACK_DEVICE = 1;

    /** Returns what is shown in the place of each socket; null for one that is not shown. */
    Map<Connection, Connection> shown() {
        Map<Connection, Connection> shown = new IdentityHashMap<>();
        List<Connection> used = sockets.stream().filter(this::isUsed).toList();
        List<Connection> kept =
                sockets.stream().filter(socket -> !used.contains(socket)).toList();
        kept.forEach(socket -> shown.put(socket, null));
        if (used.isEmpty()) {
            Connection widest = kept.stream().min(WIDEST).orElseThrow();
            shown.put(widest, row(widest, widest.owners(), kept));
            return shown;
        }
        // The first one stands for the kept ones, too.
        List<Connection> others = kept;
        for (Connection socket : used) {
            shown.put(socket, row(socket, users(socket), others));
            others = List.of();
        }
        return shown;
    }

    /** Returns whether it is more than a hold: a program has it, or it serves clients. */
    private boolean isUsed(Connection socket) {
        return !isKeepers(socket)
                || socket.state() != null && socket.isListening()
                || !users(socket).isEmpty();
    }

    private boolean isKeepers(Connection socket) {
        return socket.owners().stream().anyMatch(owner -> owner.pid() == keeper);
    }

    private List<ProcessInfo> users(Connection socket) {
        return socket.owners().stream()
                .filter(owner -> owner.pid() != keeper && owner.pid() != port.lender())
                .toList();
    }

    private Connection row(Connection socket, List<ProcessInfo> owners, List<Connection> others) {
        List<Connection> all = new ArrayList<>(List.of(socket));
        others.stream().filter(other -> other != socket).forEach(all::add);
        return socket.with()
                .local(asked(socket))
                .owners(owners.isEmpty() ? socket.owners() : owners, socket.ownership())
                .keeping(new Keeping(port.state(), all))
                .build();
    }

    /** Returns its end without the device that the hold itself chose, so that sockets of one address do not meet. */
    private Endpoint asked(Connection socket) {
        Endpoint local = socket.local();
        NetInterface device = local.netInterface();
        // The keeper may not have been seen with it yet.
        boolean given = port.state() == Keeping.State.LENT && local.address().isLoopbackAddress();
        boolean own = (isKeepers(socket) || given)
                && port.key().address().isEmpty()
                && (device.name().isEmpty() || device.index() == LOOPBACK_DEVICE);
        return own ? new Endpoint(local.address(), local.port(), NetInterface.NONE) : local;
    }

    /** Returns whether it is about the very same sockets, kept in the same way. */
    boolean isSame(KeptRow other) {
        if (!port.equals(other.port) || sockets.size() != other.sockets.size()) {
            return false;
        }
        for (int i = 0; i < sockets.size(); i++) {
            if (sockets.get(i) != other.sockets.get(i)) {
                return false;
            }
        }
        return true;
    }
}
