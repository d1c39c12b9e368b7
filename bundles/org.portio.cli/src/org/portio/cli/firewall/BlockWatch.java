// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.List;
import org.portio.core.system.Subscription;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;

/** Keeps blocks in force as long as the keeper runs, as far as its rights go; what it puts back is in the log of actions. */
public final class BlockWatch {

    private BlockWatch() {}

    /** Begins; closing the result ends it. */
    public static Subscription over(Firewall firewall) {
        return firewall.watch(new Quiet());
    }

    private static final class Quiet implements FirewallListener {

        @Override
        public void changed(List<Block> blocks) {
            // Nobody looks.
        }

        @Override
        public void healed(List<Block> blocks) {
            // The log of actions has it.
        }

        @Override
        public void failed(FirewallException failure) {
            if (!failure.isExpected()) {
                System.getLogger(BlockWatch.class.getName())
                        .log(System.Logger.Level.WARNING, "blocks cannot be watched: " + failure.getMessage());
            }
        }
    }
}
