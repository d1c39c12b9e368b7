// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;

/** Watches the firewall for one view while it is visible. What it sees comes to the {@link BlockList}. */
final class FirewallWatch implements FirewallListener {

    /** Ages and times left are counted in seconds; what the system counts is asked for at the rate of the list. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final BlockList list;
    private final Runnable onTick;
    private final Consumer<List<Block>> onHealed;
    private final Job tick = Job.createSystem("Watch the firewall", (ICoreRunnable) _ -> tick());
    private volatile boolean visible;
    // Of the job alone, which does not run twice at a time.
    private Firewall watched;
    private AutoCloseable watch;

    FirewallWatch(BlockList list, Runnable onTick, Consumer<List<Block>> onHealed) {
        this.list = list;
        this.onTick = onTick;
        this.onHealed = onHealed;
    }

    void setVisible(boolean isVisible) {
        visible = isVisible;
        tick.schedule();
    }

    private void tick() {
        follow(visible ? current() : null);
        if (visible) {
            list.blocks();
            onTick.run();
            tick.schedule(TICK.toMillis());
        }
    }

    private Firewall current() {
        try {
            return list.firewall();
        } catch (FirewallException _) {
            // The list says so to whoever asks it.
            return null;
        }
    }

    private void follow(Firewall firewall) {
        if (firewall != watched) {
            end();
            watched = firewall;
            watch = firewall == null ? null : firewall.watch(this);
        }
    }

    private void end() {
        if (watch != null) {
            try {
                watch.close();
            } catch (Exception e) {
                ILog.of(FirewallWatch.class).error(Messages.FirewallWatch_notEnded, e);
            }
        }
    }

    @Override
    public void changed(List<Block> blocks) {
        list.changed(blocks);
    }

    @Override
    public void healed(List<Block> blocks) {
        onHealed.accept(blocks);
        list.refreshLater();
    }

    @Override
    public void failed(FirewallException failure) {
        list.failed(failure);
    }
}
