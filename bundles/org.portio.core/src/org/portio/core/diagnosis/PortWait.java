// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.internal.diagnosis.PollingPortWait;

/** Waits for a port. It looks at least once, and less often as time goes by. Called from any thread but the UI's. */
@ProviderType
public interface PortWait {

    /**
     * Waits until nobody has the port: it can be bound even without SO_REUSEADDR. If this user may not bind it, what is
     * listed decides.
     *
     * @param despiteLeftovers true if it counts as free, too, when all that has it was left over by connections that
     *     have ended; services that set SO_REUSEADDR mostly get it then
     * @return false if somebody still has it after that time, or the thread was interrupted
     * @throws ConnectionException when the sockets cannot be listed
     */
    boolean awaitFree(boolean despiteLeftovers, Duration timeout) throws ConnectionException;

    /**
     * Waits until somebody listens on the port; for UDP, until there is a socket without a peer.
     *
     * @return false if nobody does after that time, or the thread was interrupted
     * @throws ConnectionException when the sockets cannot be listed
     */
    boolean awaitListening(Duration timeout) throws ConnectionException;

    /**
     * Returns one for this port.
     *
     * @param address that is meant, as {@link org.portio.core.address.AddressParser} reads it; empty for all of this machine
     * @throws ConnectionException if this is not an address
     */
    static PortWait on(ConnectionMonitor monitor, int port, Protocol protocol, String address)
            throws ConnectionException {
        return new PollingPortWait(monitor, port, protocol, address);
    }
}
