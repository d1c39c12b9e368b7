// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.ConnectionMonitor;
import org.portio.core.system.Places;
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
     * @param companions live beside them
     */
    public static Engines.Opener of(Places places, ConnectionMonitor monitor, List<Companion> companions) {
        return () -> {
            HeldPorts holds = HeldPorts.open(places, monitor);
            RunningServers servers = RunningServers.inThisProcess();
            KeeperLog log = new KeeperLog(places);
            Map<String, Companion.Stay> beside = new LinkedHashMap<>();
            companions.forEach(companion -> beside.put(companion.name(), companion.begin(holds, log::write)));
            return new Engines(holds, servers, beside, holds.reports(), () -> {
                beside.values().forEach(Companion.Stay::close);
                servers.close();
                holds.close();
            });
        };
    }
}
