// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insights;
import org.portio.core.insight.Observation;
import org.portio.ui.list.WatchedList;

/** The insights as last found. Rules that compare get the sockets of the first look as those of before. */
@Component(service = InsightList.class)
public final class InsightList extends WatchedList<Insights, Insight> {

    /** Long, since some rules run programs to read those of the firewall. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ConnectionMonitor monitor;
    private volatile Snapshot first;

    /** Returns that of the workbench; one without insights if services do not work. */
    static InsightList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(InsightList.class), () -> new InsightList(null, null));
    }

    @Activate
    public InsightList(@Reference ConnectionMonitor monitor, @Reference Insights insights) {
        this.monitor = monitor;
        if (insights != null) {
            use(insights);
        }
    }

    @Deactivate
    void end() {
        stopWatching();
    }

    @Override
    protected Duration interval() {
        return INTERVAL;
    }

    @Override
    protected List<Insight> ask() throws ConnectionException {
        if (service() == null) {
            throw new ConnectionException(Messages.InsightList_noService);
        }
        return find(monitor.snapshot());
    }

    private List<Insight> find(Snapshot now) {
        Snapshot before = first;
        if (before == null) {
            first = now;
        }
        return service().find(new Observation(now, before));
    }
}
