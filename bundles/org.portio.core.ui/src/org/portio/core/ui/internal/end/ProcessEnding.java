// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.process.SparedByBundles;

/** Ends processes, but for those that other bundles spare. Not for the UI thread. */
@Component(service = ProcessEnding.class)
public final class ProcessEnding {

    private final Processes processes;
    private final ConnectionMonitor monitor;
    private final ProcessEnder ender;

    @Activate
    public ProcessEnding(
            @Reference Processes processes, @Reference ConnectionMonitor monitor, @Reference SparedByBundles spared) {
        this.processes = processes;
        this.monitor = monitor;
        ender = ProcessEnder.over(processes, monitor, spared::refusal);
    }

    /** Returns that of the workbench; if services do not work, one that cannot see any socket, and says so. */
    static ProcessEnding of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(
                services.getService(ProcessEnding.class),
                () -> new ProcessEnding(
                        Processes.ofSystem(), ConnectionMonitor.over(List.of()), new SparedByBundles()));
    }

    /** Returns what ending these processes would affect, as it is now. */
    EndPlan plan(EndTarget target) throws ConnectionException {
        return plan(target, monitor.snapshot());
    }

    /** Returns the same for the processes that hold a port. */
    EndPlan plan(PortName port) throws ConnectionException {
        Snapshot snapshot = monitor.snapshot();
        List<ProcessInfo> owners = port.owners(snapshot);
        return owners.isEmpty()
                ? EndPlan.impossible(port.whyNone(snapshot))
                : plan(new EndTarget(owners, port), snapshot);
    }

    private EndPlan plan(EndTarget target, Snapshot snapshot) {
        List<ProcessInfo> now = target.processes().stream()
                .flatMap(process ->
                        processes.read(process.pid()).filter(read -> EndTarget.isSame(process, read)).stream())
                .sorted(parentsFirst(target.processes()))
                .toList();
        return now.isEmpty()
                ? EndPlan.impossible(EndReport.gone(target))
                : new EndPlan(
                        target.seen(now, snapshot),
                        now.stream()
                                .map(process -> ender.impact(process, snapshot))
                                .toList(),
                        "");
    }

    /** Workers often end with their parents. */
    private static Comparator<ProcessInfo> parentsFirst(List<ProcessInfo> all) {
        Set<Long> pids = all.stream().map(ProcessInfo::pid).collect(Collectors.toSet());
        return Comparator.comparing((ProcessInfo process) -> pids.contains(process.parentPid()))
                .thenComparing(ProcessInfo::pid);
    }

    EndResult end(EndRequest request) throws ConnectionException {
        return ender.end(request);
    }
}
