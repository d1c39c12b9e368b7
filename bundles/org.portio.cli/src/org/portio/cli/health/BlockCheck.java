// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Services;
import org.portio.firewall.Block;
import org.portio.firewall.FirewallException;

/** Checks whether all blocks are in force, with the present rights and without a change. */
record BlockCheck(Services services) {

    private static final String WHAT = "blocks";

    HealthReport.Result result() {
        List<Block> blocks;
        try {
            blocks = services.firewallAtHand().blocks();
        } catch (FirewallException e) {
            boolean sudo = e.kind() == FirewallException.Kind.PERMISSION
                    && !services.user().isRoot();
            return new HealthReport.Result(
                    false,
                    WHAT,
                    "cannot tell whether any are in force: " + e.getMessage(),
                    sudo ? services.user().asRoot(services.program() + " blocks") : "");
        }
        List<Block> overridden =
                blocks.stream().filter(block -> !block.overriddenBy().isEmpty()).toList();
        List<Block> missing = in(Block.State.MISSING, blocks);
        int unverified = in(Block.State.UNVERIFIED, blocks).size();
        boolean well = overridden.isEmpty() && missing.isEmpty() && unverified == 0;
        String what = !missing.isEmpty()
                ? missing.size() + " of " + blocks.size() + " not in force because somebody removed their rules: "
                        + names(missing)
                : !overridden.isEmpty() ? overridden(overridden, blocks.size()) : inForce(blocks.size(), unverified);
        return new HealthReport.Result(well, WHAT, what, well ? "" : services.program() + " blocks");
    }

    private static String overridden(List<Block> overridden, int all) {
        return overridden.size() + " of " + all + " overridden: the block of "
                + overridden.getFirst().request() + " is preceded by "
                + overridden.getFirst().overriddenBy();
    }

    private static String inForce(int all, int unverified) {
        return all == 0
                ? "none"
                : all - unverified + " in force"
                        + (unverified == 0 ? "" : ", " + unverified + " that cannot be seen from here");
    }

    private static List<Block> in(Block.State state, List<Block> blocks) {
        return blocks.stream().filter(block -> block.state() == state).toList();
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(block -> block.request().toString()).collect(Collectors.joining(", "));
    }
}
