// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.system.Places;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperProcess;

/** Stands in for the command line's {@code keeper serve}. */
public final class KeeperMain {

    private KeeperMain() {}

    /** Runs the keeper of PORTIO_HOME, with real sockets. */
    public static void main(String[] arguments) {
        try {
            System.exit(KeeperProcess.serve(
                    Places.ofSystem(),
                    ConnectionMonitor.over(List.of(new LinuxConnectionSource())),
                    "test",
                    List.of()));
        } catch (KeeperException _) {
            // The keeper's log says it.
            System.exit(4);
        }
    }
}
