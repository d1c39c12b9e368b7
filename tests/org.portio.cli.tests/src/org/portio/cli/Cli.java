// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortProbe;
import org.portio.core.ServiceNames;
import org.portio.export.SnapshotExporters;
import org.portio.testing.FakeSource;

/** The command line over made-up sockets. A port that the source does not show is what the probe says. */
final class Cli implements Services {

    /** What a command left. */
    record Result(int code, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }
    }

    final FakeSource source;
    PortProbe.Result probe = PortProbe.Result.FREE;
    SnapshotExporters exporters = SnapshotExporters.builtIn();
    boolean colours;

    Cli(FakeSource source) {
        this.source = source;
    }

    Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new PortioCommand(this).run(new PrintWriter(out), new PrintWriter(err), args);
        return new Result(code, out.toString(), err.toString());
    }

    @Override
    public void prepareMonitor() {
        // Made-up sockets need no preparation.
    }

    @Override
    public ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(source));
    }

    @Override
    public PortProbe probe() {
        return (_, _, _, _) -> probe;
    }

    @Override
    public ServiceNames serviceNames() {
        return ServiceNames.parse(List.of("ssh 22/tcp", "domain 53/udp"));
    }

    @Override
    public SnapshotExporters exporters() {
        return exporters;
    }

    @Override
    public boolean colours() {
        return colours;
    }
}
