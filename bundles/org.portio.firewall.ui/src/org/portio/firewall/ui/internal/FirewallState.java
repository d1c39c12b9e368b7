// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.List;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Outlook;

/**
 * What is known of the firewall.
 *
 * @param blocks as the firewall told last
 * @param backend null until it was asked, and where it could not say
 * @param failure why the latest question was not answered; null where it was
 * @param outlook what all rules of the system together say
 */
record FirewallState(List<Block> blocks, BackendInfo backend, FirewallException failure, Outlook outlook) {

    static final FirewallState UNKNOWN = new FirewallState(List.of(), null, null, Outlook.UNKNOWN);

    FirewallState {
        blocks = List.copyOf(blocks);
    }

    FirewallState withBlocks(List<Block> newer) {
        return new FirewallState(newer, backend, null, outlook);
    }

    FirewallState withFailure(FirewallException newer) {
        return new FirewallState(blocks, backend, newer, outlook);
    }

    FirewallState withBackend(BackendInfo newer) {
        return new FirewallState(blocks, newer, failure, outlook);
    }

    FirewallState withOutlook(Outlook newer) {
        return new FirewallState(blocks, backend, failure, newer);
    }
}
