// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded;

/** Makes what is known of a socket that was seen at its end alone. */
final class Ends {

    private Ends() {}

    /** Returns it with its last state but closed, as far as it is known; its owners were not found in time. */
    static Connection connection(SocketEnded event) {
        return Connection.of(event.protocol(), event.family(), event.local())
                .remote(event.remote())
                .state(event.protocol() == Protocol.UDP ? null : state(event))
                .owners(List.of(), Ownership.CLOSED)
                .platformKey(event.cookie())
                .build();
    }

    private static TcpState state(SocketEnded event) {
        return switch (event.reach()) {
            case NONE -> TcpState.BOUND;
            case ATTEMPTED -> TcpState.SYN_SENT;
            case ESTABLISHED -> TcpState.ESTABLISHED;
        };
    }

    /** Gives one that came to a listener, and whose owners are not known, those of the listener. */
    static void adopt(Life life, Life listener) {
        Connection own = life.connection();
        Connection other = listener.connection();
        if (own.owners().isEmpty() && !other.owners().isEmpty()) {
            life.set(own.with()
                    .owners(other.owners(), Ownership.KNOWN)
                    .user(own.user() == null ? other.user() : own.user())
                    .group(other.group())
                    .build());
            life.set(listener.account().directories());
        }
    }
}
