// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.time.Duration;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Updates a visible view once a second: ages and times left are counted in seconds. */
final class Ticker {

    private static final Duration TICK = Duration.ofSeconds(1);

    private final Runnable onTick;
    private final Job job = Job.createSystem("Show the time left", (ICoreRunnable) _ -> tick());
    private volatile boolean visible;

    Ticker(Runnable onTick) {
        this.onTick = onTick;
    }

    void setVisible(boolean isVisible) {
        visible = isVisible;
        job.schedule();
    }

    private void tick() {
        if (visible) {
            onTick.run();
            job.schedule(TICK.toMillis());
        }
    }
}
