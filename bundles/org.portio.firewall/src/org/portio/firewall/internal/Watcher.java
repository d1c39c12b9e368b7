// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;

/** Looks twice a second whether all blocks are still in force, and puts back those that somebody has removed. */
final class Watcher implements AutoCloseable {

    private static final long PAUSE_MILLIS = 500;

    private final Firewall firewall;
    private final FirewallListener listener;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("portio-firewall").unstarted(this::run);
    private volatile boolean closed;
    private List<Block> last;
    private String lastFailure = "";

    Watcher(Firewall firewall, FirewallListener listener) {
        this.firewall = firewall;
        this.listener = listener;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                look();
                lastFailure = "";
            } catch (FirewallException e) {
                tell(e);
            }
            pause();
        }
    }

    private void look() throws FirewallException {
        List<Block> blocks = firewall.blocks();
        if (blocks.stream().anyMatch(block -> block.state() == Block.State.MISSING)) {
            List<Block> healed = firewall.heal();
            if (!closed && !healed.isEmpty()) {
                listener.healed(healed);
            }
            blocks = firewall.blocks();
        }
        if (!closed && !blocks.equals(last)) {
            last = blocks;
            listener.changed(blocks);
        }
    }

    /** Once for each failure, and not again at each look. */
    private void tell(FirewallException failure) {
        if (!closed && !failure.getMessage().equals(lastFailure)) {
            lastFailure = failure.getMessage();
            listener.failed(failure);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
