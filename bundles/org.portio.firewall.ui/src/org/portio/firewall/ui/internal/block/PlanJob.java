// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.ui.UiThread;

/** Asks what a request would run, some time after the last key was typed, and reports it on the UI thread. */
final class PlanJob {

    private static final long PATIENCE_MILLIS = 300;

    /** Receives the plan. Called on the UI thread, and only of the latest request. */
    interface Listener {
        void planned(List<PlannedCommand> commands);

        void failed(FirewallException failure);
    }

    private final Control control;
    private final Planner planner;
    private final Listener listener;
    private final Job job = Job.createSystem("Plan a block", (ICoreRunnable) _ -> plan());
    private volatile BlockRequest wanted;

    PlanJob(Control control, Planner planner, Listener listener) {
        this.control = control;
        this.planner = planner;
        this.listener = listener;
        control.addDisposeListener(_ -> job.cancel());
    }

    /** Plans the request; null for nothing to plan. Call it on the UI thread. */
    void plan(BlockRequest request) {
        if (request == null || !request.equals(wanted)) {
            wanted = request;
            job.cancel();
            job.schedule(PATIENCE_MILLIS);
        }
    }

    private void plan() {
        BlockRequest request = wanted;
        if (request == null) {
            return;
        }
        try {
            List<PlannedCommand> commands = planner.plan(request);
            tell(request, () -> listener.planned(commands));
        } catch (FirewallException e) {
            tell(request, () -> listener.failed(e));
        }
    }

    private void tell(BlockRequest request, Runnable answer) {
        UiThread.later(control, () -> {
            if (request.equals(wanted)) {
                answer.run();
            }
        });
    }
}
