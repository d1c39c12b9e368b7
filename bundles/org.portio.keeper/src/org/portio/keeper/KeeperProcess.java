// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.system.Places;
import org.portio.keeper.internal.client.Daemon;
import org.portio.keeper.internal.daemon.KeeperRun;
import org.portio.keeper.internal.daemon.RealEngines;
import org.portio.keeper.internal.runtime.RuntimeDirectories;

/** The keeper itself, which {@code portio keeper serve} runs. */
public final class KeeperProcess {

    private KeeperProcess() {}

    /**
     * Keeps ports and servers until somebody stops it, or the process is told to end. Returns at once if a keeper of
     * this user runs already. The process leaves the session of its terminal; who starts it has its standard streams lead
     * elsewhere.
     *
     * @param monitor with which it sees who has a port
     * @param version of this PortIO
     * @param companions live beside ports and servers; not begun if a keeper runs already
     * @return the exit code: 0
     * @throws KeeperException when it cannot run; the message is also in the keeper's log
     */
    public static int serve(Places places, ConnectionMonitor monitor, String version, List<Companion> companions)
            throws KeeperException {
        Daemon.leaveTerminal();
        new KeeperRun(RuntimeDirectories.ofSystem(places), version, RealEngines.of(places, monitor, companions))
                .serve();
        return 0;
    }
}
