// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Instant;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;
import org.portio.record.RecordException;
import org.portio.record.ui.internal.source.Past;
import org.portio.ui.FailureText;
import org.portio.ui.ShownMoment;
import org.portio.ui.UiThread;

/** Shows a moment of the past in all views, and the present again. To be called on the UI thread. */
final class GoingBack {

    private final ShownMoment moment;
    private final Past past;
    private final IServiceLocator services;
    private final Control control;
    private final Consumer<String> problem;

    /**
     * Creates one for a view.
     *
     * @param control of the view, which ends it
     * @param problem told why the views cannot show a moment, and what to do
     */
    GoingBack(Past past, IServiceLocator services, Control control, Consumer<String> problem) {
        this.past = past;
        this.services = services;
        this.control = control;
        this.problem = problem;
        moment = services.getService(ShownMoment.class);
    }

    /** Tells now and from now on which moment is shown, null for the present, until the result is closed. */
    Subscription follow(Consumer<Instant> listener) {
        listener.accept(moment.past().map(Snapshot::time).orElse(null));
        return moment.onChange(snapshot -> listener.accept(snapshot == null ? null : snapshot.time()));
    }

    void goTo(Instant time) {
        Job.create(Messages.GoingBack_job, (ICoreRunnable) _ -> read(time)).schedule();
    }

    private void read(Instant time) {
        try {
            Snapshot snapshot = past.at(time).orElse(null);
            UiThread.later(control, () -> {
                if (snapshot == null) {
                    problem.accept(NLS.bind(Messages.GoingBack_notWatched, PastText.inSentence(time)));
                } else {
                    moment.show(snapshot, services);
                }
            });
        } catch (RecordException e) {
            UiThread.later(control, () -> problem.accept(FailureText.of(e)));
        }
    }

    void goLive() {
        moment.goLive(services);
    }
}
