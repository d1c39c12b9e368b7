// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import org.portio.core.ConnectionMonitor;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.keeper.Companion;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.reservation.HeldPorts;
import org.portio.server.RunningServers;

/** Holds and servers that are sockets of this process. */
public final class RealEngines {

    private RealEngines() {}

    /**
     * Returns those of a user.
     *
     * @param monitor knows who has a port
     * @param companion lives beside them
     */
    public static Engines.Opener of(Places places, ConnectionMonitor monitor, Companion companion) {
        return () -> {
            HeldPorts holds = HeldPorts.open(places, monitor);
            RunningServers servers = RunningServers.inThisProcess();
            Subscription beside = companion.begin(new KeeperLog(places)::write);
            return new Engines(holds, servers, holds.reports(), () -> {
                beside.close();
                servers.close();
                holds.close();
            });
        };
    }
}
