// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Role;

/** Decides which part a socket had. */
final class Roles {

    /** Ports that a system gives to those who ask for none begin here, or above. */
    private static final int FIRST_EPHEMERAL = 32_768;

    private Roles() {}

    /** Returns that of a row of a snapshot. */
    static Role of(Connection row, Listeners listeners) {
        if (row.state() == TcpState.LISTEN) {
            return Role.LISTENING;
        }
        if (row.remote() == null) {
            return Role.BOUND;
        }
        boolean came = row.protocol() == Protocol.TCP
                && row.state() != TcpState.SYN_SENT
                && listeners.at(row.local()).isPresent();
        return came || row.state() == TcpState.SYN_RECEIVED ? Role.INCOMING : Role.OUTGOING;
    }

    /** Returns that of a socket that was seen at its end alone. */
    static Role of(SocketEnded end, Listeners listeners) {
        if (end.protocol() == Protocol.UDP) {
            return end.remote() == null ? Role.BOUND : Role.OUTGOING;
        }
        if (end.reach() == Reach.ATTEMPTED) {
            return Role.OUTGOING;
        }
        if (end.reach() == Reach.NONE) {
            return Role.UNKNOWN;
        }
        return listeners.at(end.local()).isPresent() ? Role.INCOMING : byPorts(end, listeners);
    }

    private static Role byPorts(SocketEnded end, Listeners listeners) {
        int local = end.local().port();
        if (end.remote() == null) {
            return Role.UNKNOWN;
        }
        int remote = end.remote().port();
        boolean wentOut = listeners.anyAt(remote) || local >= FIRST_EPHEMERAL && remote < FIRST_EPHEMERAL;
        return wentOut ? Role.OUTGOING : Role.UNKNOWN;
    }
}
