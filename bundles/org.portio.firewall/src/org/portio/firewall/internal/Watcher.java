// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.time.Duration;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.system.Subscription;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;

/**
 * Checks twice a second whether all blocks are still in force, puts back those that somebody has removed, and settles
 * what is over or was left half done. While there are no blocks, only the journal is looked at.
 */
final class Watcher implements Subscription {

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Rights that are not there now will not be there in a moment. */
    private static final Duration PAUSE_WITHOUT_RIGHTS = Duration.ofSeconds(30);

    private final JournaledFirewall firewall;
    private final FirewallListener listener;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("portio-firewall").unstarted(this::run);
    private volatile boolean closed;
    private List<Block> last;
    private Failure lastFailure;
    private long nextHealing = System.nanoTime();

    private Watcher(JournaledFirewall firewall, FirewallListener listener) {
        this.firewall = firewall;
        this.listener = listener;
    }

    static Watcher start(JournaledFirewall firewall, FirewallListener listener) {
        Watcher watcher = new Watcher(firewall, listener);
        watcher.thread.start();
        return watcher;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            Duration pause = PAUSE;
            try {
                look();
                lastFailure = null;
            } catch (FirewallException e) {
                tell(e);
                pause = e.isExpected() ? PAUSE_WITHOUT_RIGHTS : PAUSE;
            }
            pause(pause);
        }
    }

    private void look() throws FirewallException {
        if (!firewall.hasEntriesHere() && (last == null || last.isEmpty())) {
            return;
        }
        Glance seen = firewall.glance(false);
        List<Block> blocks = seen.blocks();
        if (System.nanoTime() - nextHealing >= 0 && seen.unsettled()) {
            heal();
            blocks = firewall.glance(false).blocks();
        }
        if (!closed && !blocks.equals(last)) {
            last = blocks;
            listener.changed(blocks);
        }
    }

    private void heal() throws FirewallException {
        try {
            List<Block> healed = firewall.healUnasked();
            if (!closed && !healed.isEmpty()) {
                listener.healed(healed);
            }
        } catch (FirewallException e) {
            nextHealing = System.nanoTime() + PAUSE_WITHOUT_RIGHTS.toNanos();
            // The blocks say themselves that they are missing.
            if (!e.isExpected()) {
                throw e;
            }
        }
    }

    /** Once for each failure, and not again at each look. */
    private void tell(FirewallException failure) {
        if (!closed && !failure.failure().equals(lastFailure)) {
            lastFailure = failure.failure();
            listener.failed(failure);
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
