// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.util.ArrayList;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;

/** Questions about rows of snapshots. */
final class Rows {

    private Rows() {}

    /** Returns what all rows of a socket have in common. */
    static Object key(Connection row) {
        return row.platformKey() == 0 ? row.key() : (Object) row.platformKey();
    }

    /** Puts the listeners first, since what came to one is known by it. */
    static List<Connection> listenersFirst(List<Connection> rows) {
        List<Connection> sorted = new ArrayList<>(rows.size());
        rows.stream().filter(row -> row.state() == TcpState.LISTEN).forEach(sorted::add);
        rows.stream().filter(row -> row.state() != TcpState.LISTEN).forEach(sorted::add);
        return sorted;
    }

    /**
     * Returns whether only the kernel has it, for a minute after the socket itself has ended: its number may be another one
     * then, so that it must not be taken for a second socket. The end was told, or will be.
     */
    static boolean isLeftover(Connection row) {
        return row.state() == TcpState.TIME_WAIT
                || row.state() == TcpState.FIN_WAIT_2 && row.inode() == 0 && row.platformKey() != 0;
    }

    /** A TCP socket may be cut off from its peer, and connect to another one. */
    static boolean isAnotherConnection(Connection before, Connection row) {
        return row.protocol() == Protocol.TCP
                && before.remote() != null
                && row.remote() != null
                && !before.remote().equals(row.remote());
    }
}
