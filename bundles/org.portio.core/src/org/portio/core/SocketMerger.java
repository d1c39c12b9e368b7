// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Makes one connection of sockets that are one thing to the user. */
@FunctionalInterface
@ProviderType
public interface SocketMerger {

    /** Leaves all sockets as they are. */
    SocketMerger NONE = sockets -> sockets;

    /**
     * Returns the sockets of one moment, in the same order, with those merged that {@link Connection#sockets()} of one then names;
     * the same list if none is. Called from one thread at a time, never from the UI's; a millisecond at most.
     */
    List<Connection> merge(List<Connection> sockets);
}
