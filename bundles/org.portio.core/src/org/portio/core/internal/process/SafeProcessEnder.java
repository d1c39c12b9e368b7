// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.List;
import java.util.function.LongFunction;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.system.CommandRunner;

/** Tells what would be hit, and has each request carried out by an {@link Ending}. */
public final class SafeProcessEnder implements ProcessEnder {

    private final Processes processes;
    private final ConnectionMonitor monitor;
    private final SparedProcesses spared;
    private final ProcessHandles handles;

    SafeProcessEnder(Processes processes, ConnectionMonitor monitor, SparedProcesses spared, ProcessHandles handles) {
        this.processes = processes;
        this.monitor = monitor;
        this.spared = spared;
        this.handles = handles;
    }

    /** Returns one over this machine. */
    public static SafeProcessEnder over(Processes processes, ConnectionMonitor monitor, LongFunction<String> spared) {
        return new SafeProcessEnder(
                processes, monitor, new SparedProcesses(spared), new ProcessHandles(CommandRunner.ofSystem()));
    }

    /** See {@link ProcessEnder#refusal}. */
    public static String refusal(ProcessInfo process, LongFunction<String> spared) {
        return new SparedProcesses(spared).refusal(process);
    }

    @Override
    public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
        List<Connection> own = snapshot.connections().stream()
                .filter(connection -> PortHold.isHeldBy(process.pid(), connection))
                .toList();
        List<Connection> ports = own.stream().filter(HeldPort::isHolding).toList();
        Handed handed = new Handed(processes);
        int clients = (int) own.stream()
                .filter(connection -> connection.remote() != null)
                .filter(connection -> ports.stream().anyMatch(port -> isClient(connection, port)))
                .count();
        return new EndImpact(
                process,
                processes.state(process),
                ports,
                ports.stream().filter(port -> handed.isHanded(process, port)).toList(),
                clients,
                processes.children(process),
                spared.refusal(process));
    }

    private static boolean isClient(Connection connection, Connection port) {
        return connection.protocol() == port.protocol()
                && connection.local().port() == port.local().port();
    }

    @Override
    public EndResult end(EndRequest request) throws ConnectionException {
        try (Ending ending = new Ending(request, processes, monitor, spared)) {
            return ending.run(handles);
        }
    }
}
