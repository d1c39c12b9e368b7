// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.reservation.Remap;
import org.portio.reservation.Remaps;

/** Tells which ports running programs have in place of those they ask for, whenever that changes, until it is closed. */
final class RemapWatch implements Subscription {

    private final Consumer<List<Remap>> listener;
    private final Duration interval;
    private final Job job = Job.createSystem("Watch which ports are remapped", (ICoreRunnable) _ -> look());
    private List<Remap> told = List.of();
    private volatile boolean closed;

    RemapWatch(Consumer<List<Remap>> listener, Duration interval) {
        this.listener = listener;
        this.interval = interval;
        job.schedule();
    }

    private void look() {
        List<Remap> latest = read();
        if (!latest.equals(told)) {
            told = latest;
            listener.accept(latest);
        }
        if (!closed) {
            job.schedule(interval.toMillis());
        }
    }

    private List<Remap> read() {
        try {
            return Remaps.of(Places.ofSystem()).list();
        } catch (NoHomeException _) {
            // Nobody without a home directory can have given any.
            return List.of();
        } catch (IOException e) {
            System.getLogger(RemapWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "the remapped ports cannot be read", e);
            return told;
        }
    }

    @Override
    public void close() {
        closed = true;
        job.cancel();
    }
}
