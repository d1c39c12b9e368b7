// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.core.ConnectionMonitor;
import org.portio.core.PortProbe;
import org.portio.core.ServiceNames;
import org.portio.export.SnapshotExporters;

/** What the commands work with. Each is made when a command asks for it: {@code --help} needs none of them. */
public interface Services {

    /** Begins, on another thread, what the first question to {@link #monitor()} would wait for. */
    void prepareMonitor();

    ConnectionMonitor monitor();

    PortProbe probe();

    ServiceNames serviceNames();

    SnapshotExporters exporters();

    /** Whether the output is a terminal that wants colours. */
    boolean colours();

    /** Those of the machine that this runs on. */
    static Services ofSystem() {
        return new SystemServices();
    }
}
