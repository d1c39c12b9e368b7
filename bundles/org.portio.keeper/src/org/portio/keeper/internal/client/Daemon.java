// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.util.Set;
import org.portio.core.kernel.Syscalls;
import org.portio.core.system.OperatingSystem;

/** Lets a process outlive the terminal from which it was started. */
public final class Daemon {

    private Daemon() {}

    /**
     * Leaves the session of the terminal, so that neither Ctrl-C there nor its end reaches this process. A process that
     * leads a group, as one that a shell has started, stays in its session: Ctrl-C is meant for it. Other systems have no
     * such call here; there, what starts the keeper has to keep it apart.
     */
    public static void leaveTerminal() {
        boolean linux = OperatingSystem.isLinux();
        if (linux && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"))) {
            new Syscalls().call(Syscalls.SETSID, 0, 0, 0, 0);
        }
    }
}
