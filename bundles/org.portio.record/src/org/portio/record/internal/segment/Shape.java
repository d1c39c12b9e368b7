// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Role;

/**
 * Traits that many accounts have in common, which are kept once for all of them.
 *
 * @param traits the socket without what is its own: its ends are those of nobody, and queues, inode and key are not there
 */
public record Shape(Connection traits, Role role, Set<TcpState> states, Map<Long, String> directories) {

    private static final Endpoint NOBODY4 = new Endpoint(Addresses.parse("0.0.0.0"), 0);
    private static final Endpoint NOBODY6 = new Endpoint(Addresses.parse("::"), 0);

    static Shape of(Account account) {
        Connection connection = account.connection();
        Endpoint nobody = nobody(connection.family());
        Connection traits = connection
                .with()
                .local(nobody)
                .remote(connection.remote() == null ? null : nobody)
                .queues(null)
                .inode(0)
                .platformKey(0)
                // A group looks its path up, which must happen while there is one.
                .group(ControlGroup.of(connection.group().path()))
                .build();
        return new Shape(traits, account.role(), account.states(), account.directories());
    }

    /** Returns the end of a socket whose own end is kept elsewhere. */
    static Endpoint nobody(AddressFamily family) {
        return family == AddressFamily.IPV4 ? NOBODY4 : NOBODY6;
    }

    boolean hasPeer() {
        return traits.remote() != null;
    }
}
