// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.List;
import org.portio.core.system.SetAside;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Outlook;

/**
 * The known state of the firewall.
 *
 * @param blocks as the firewall told last
 * @param backend null until it was asked, and where it could not say
 * @param failure why the latest question was not answered; null if it was
 * @param outlook what all rules of the system together say
 * @param damage files of the firewall's that were found damaged of late, with the copies that are kept
 */
public record FirewallState(
        List<Block> blocks, BackendInfo backend, FirewallException failure, Outlook outlook, List<SetAside> damage) {

    public static final FirewallState UNKNOWN = new FirewallState(List.of(), null, null, Outlook.UNKNOWN, List.of());

    public FirewallState {
        blocks = List.copyOf(blocks);
        damage = List.copyOf(damage);
    }

    public FirewallState withBlocks(List<Block> newer) {
        return new FirewallState(newer, backend, null, outlook, damage);
    }

    FirewallState withFailure(FirewallException newer) {
        return new FirewallState(blocks, backend, newer, outlook, damage);
    }

    FirewallState withBackend(BackendInfo newer) {
        return new FirewallState(blocks, newer, failure, outlook, damage);
    }

    public FirewallState withOutlook(Outlook newer) {
        return new FirewallState(blocks, backend, failure, newer, damage);
    }

    FirewallState withDamage(List<SetAside> newer) {
        return new FirewallState(blocks, backend, failure, outlook, newer);
    }
}
