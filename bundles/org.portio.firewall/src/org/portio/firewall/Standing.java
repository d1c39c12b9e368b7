// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;

/**
 * The blocks as they stand after what could be healed has been healed.
 *
 * @param putBack those that somebody else had removed, changed or overridden, and that are in force again
 * @param failure why something could not be healed; null if nothing failed
 */
public record Standing(List<Block> blocks, List<Block> putBack, FirewallException failure) {
    public Standing {
        blocks = List.copyOf(blocks);
        putBack = List.copyOf(putBack);
    }
}
