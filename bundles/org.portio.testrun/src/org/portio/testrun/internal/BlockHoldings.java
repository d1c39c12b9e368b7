// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.util.List;
import java.util.UUID;
import org.portio.core.PortioException;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.testrun.Holding;
import org.portio.testrun.Holdings;

/** Blocks that runs have. */
public record BlockHoldings(Firewall firewall) implements Holdings {

    @Override
    public Holding.Kind kind() {
        return Holding.Kind.BLOCK;
    }

    @Override
    public List<Holding> of(String run) throws PortioException {
        return blocks().stream()
                .filter(block -> block.request().run().equals(run))
                .map(block -> new Holding(
                        kind(), block.id().toString(), block.request().toString()))
                .toList();
    }

    /**
     * Returns none if nobody may look, or there is no firewall: what was made is written down, and what is written down is
     * known without looking.
     */
    private List<Block> blocks() throws FirewallException {
        try {
            return firewall.blocks();
        } catch (FirewallException e) {
            if (e.isExpected()) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void revert(Holding holding) throws PortioException {
        firewall.unblock(List.of(UUID.fromString(holding.key())), false);
    }
}
