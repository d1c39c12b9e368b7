// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.portio.core.AddressFamily;
import org.portio.core.Protocol;

/** What becomes of new packets from other machines to the ports of this one, as far as the rules say it plainly. */
@FunctionalInterface
public interface Outlook {

    /** What the rules say. */
    enum Answer {
        /** No rule keeps them away. */
        OPEN,
        /** Whatever else they are, they are refused. */
        BLOCKED,
        /** It depends on more than protocol and port, or the rules may not be seen. */
        UNKNOWN
    }

    /** Of rules that nobody could read. */
    Outlook UNKNOWN = (_, _, _) -> Answer.UNKNOWN;

    /** For packets of this protocol and family to this port. */
    Answer of(Protocol protocol, AddressFamily family, int port);
}
