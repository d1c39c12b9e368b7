// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortProbe;
import org.portio.core.ServiceNames;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.oshi.OshiConnectionSource;
import org.portio.export.SnapshotExporters;
import picocli.CommandLine.Help.Ansi;

/** Wires by hand what Declarative Services wire in the workbench. */
final class SystemServices implements Services {

    private final LinuxConnectionSource linux = new LinuxConnectionSource();

    /** To link the calls of the kernel takes as long as to read the arguments: it is done meanwhile. */
    @Override
    public void prepareMonitor() {
        Thread.ofPlatform().daemon().name("portio-prepare").start(linux::isAvailable);
    }

    @Override
    public ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(linux, new OshiConnectionSource()));
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
}
