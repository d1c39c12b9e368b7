// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.internal.diagnosis.PortDiagnoser;
import org.portio.core.process.SparedProcess;

/** Finds out why a port can or cannot be bound. Called from any thread but the UI's. */
@ProviderType
public interface Diagnoser {

    /**
     * Looks at the sockets of this moment, at the system's settings, and asks all who know more.
     *
     * @param address that the service would bind, as {@link org.portio.core.address.AddressParser} reads it; empty for any
     * @throws ConnectionException when the sockets cannot be listed
     */
    Diagnosis diagnose(int port, Protocol protocol, String address) throws ConnectionException;

    /** Returns one over this machine that asks these, too. */
    static Diagnoser over(ConnectionMonitor monitor, List<FindingProvider> providers) {
        return over(monitor, providers, _ -> "");
    }

    /** Returns the same, which never advises to end the processes that are spared. */
    static Diagnoser over(ConnectionMonitor monitor, List<FindingProvider> providers, SparedProcess spared) {
        return new PortDiagnoser(monitor, providers, spared);
    }
}
