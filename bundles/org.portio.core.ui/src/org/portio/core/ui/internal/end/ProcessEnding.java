// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Contributions;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.process.SparedProcess;

/** Ends processes, but for those that other bundles spare. Not for the UI thread. */
@Component(service = ProcessEnding.class)
public final class ProcessEnding {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Contributions<SparedProcess> spared = new Contributions<>(LIMIT);
    private final Processes processes;
    private final ConnectionMonitor monitor;
    private final ProcessEnder ender;

    @Activate
    public ProcessEnding(@Reference Processes processes, @Reference ConnectionMonitor monitor) {
        this.processes = processes;
        this.monitor = monitor;
        ender = ProcessEnder.over(processes, monitor, this::refusal);
    }

    /** That of the workbench; one that cannot see any socket, and says so, where services do not work. */
    static ProcessEnding of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(
                services.getService(ProcessEnding.class),
                () -> new ProcessEnding(Processes.ofSystem(), ConnectionMonitor.over(List.of())));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSpared(SparedProcess process, Map<String, Object> properties) {
        spared.add(process, properties);
    }

    void removeSpared(SparedProcess process) {
        spared.remove(process);
    }

    String refusal(long pid) {
        return spared.ask(process -> process.refusal(pid)).stream()
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What ending this process would hit, as it is now. */
    EndPlan plan(EndTarget target) throws ConnectionException {
        return plan(target, monitor.snapshot());
    }

    /** The same for the process that holds a port. */
    EndPlan plan(PortName port) throws ConnectionException {
        Snapshot snapshot = monitor.snapshot();
        List<ProcessInfo> owners = port.owners(snapshot);
        return owners.size() == 1
                ? plan(new EndTarget(owners.getFirst(), port), snapshot)
                : EndPlan.impossible(port.whyNotOne(snapshot, owners));
    }

    private EndPlan plan(EndTarget target, Snapshot snapshot) {
        Optional<ProcessInfo> now = processes.read(target.process().pid());
        return now.filter(target::isStill)
                .map(process -> new EndPlan(new EndTarget(process, target.port()), ender.impact(process, snapshot), ""))
                .orElseGet(() -> EndPlan.impossible(EndReport.gone(target)));
    }

    EndResult end(EndRequest request) throws ConnectionException {
        return ender.end(request);
    }
}
