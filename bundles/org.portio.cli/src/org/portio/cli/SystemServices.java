// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortProbe;
import org.portio.core.ServiceNames;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.oshi.OshiConnectionSource;
import org.portio.export.SnapshotExporters;
import picocli.CommandLine.Help.Ansi;

/** Wires by hand what Declarative Services wire in the workbench. */
final class SystemServices implements Services {

    @Override
    public ConnectionMonitor monitor() {
        quietLogging();
        return ConnectionMonitor.over(List.of(new LinuxConnectionSource(), new OshiConnectionSource()));
    }

    @Override
    public PortProbe probe() {
        return PortProbe.ofSystem();
    }

    @Override
    public ServiceNames serviceNames() {
        return ServiceNames.ofSystem();
    }

    @Override
    public SnapshotExporters exporters() {
        return SnapshotExporters.builtIn();
    }

    @Override
    public boolean colours() {
        return Ansi.AUTO.enabled();
    }

    /** Java logs to stderr, which is for the user here. Who configures logging wants to see it. */
    private static void quietLogging() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            Logger.getLogger("").setLevel(Level.WARNING);
        }
    }
}
