// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.firewall.Firewall;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;
import org.portio.testrun.Change;
import org.portio.testrun.Holdings;
import org.portio.testrun.RunEnder;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRuns;
import org.portio.ui.list.WatchedList;

/** The test runs of this user, and what reverts them. */
@Component(service = TestRunList.class)
public final class TestRunList extends WatchedList<TestRuns, RunReport> {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Firewall firewall;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Reservations reservations;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile TemporaryServers servers;

    private Object sign;
    private List<RunReport> rows = List.of();

    /** Returns that of the workbench; one without runs if services do not work. */
    static TestRunList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(TestRunList.class), TestRunList::new);
    }

    @Activate
    void begin() {
        use(TestRuns.of(Places.ofSystem()));
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    /** Returns what reverts runs, by the services of this moment. */
    RunEnder ender() throws RunException {
        TestRuns runs = service();
        if (runs == null || firewall == null || reservations == null || servers == null) {
            throw new RunException(Failure.of(Kind.FAILED, Messages.TestRunList_incomplete));
        }
        return RunEnder.over(runs, firewall, reservations, servers);
    }

    /** Returns what PortIO has made for a run that runs, as far as it can be asked; it is reverted when the run ends. */
    List<Change> made(RunReport report) {
        List<Change> made = new ArrayList<>();
        try {
            for (Holdings some : ender().holdings()) {
                some.of(report.run().id()).forEach(holding -> made.add(new Change(holding, false, "")));
            }
        } catch (PortioException e) {
            ILog.of(TestRunList.class).info(e.getMessage(), e);
        }
        return made;
    }

    /** Reads the reports again only if something has changed: a hundred of them may have thousands of calls. */
    @Override
    protected synchronized List<RunReport> ask() throws RunException {
        TestRuns runs = service();
        if (runs == null) {
            throw new RunException(Failure.of(Kind.FAILED, Messages.TestRunList_incomplete));
        }
        try {
            Object now = runs.sign();
            if (!now.equals(sign)) {
                rows = runs.list();
                sign = now;
            }
            return rows;
        } catch (IOException e) {
            throw RunException.of(e);
        }
    }
}
