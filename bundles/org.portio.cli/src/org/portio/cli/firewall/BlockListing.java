// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.firewall.Block;
import org.portio.firewall.BlocksJson;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Standing;

/** Does what {@code portio blocks} is for: puts back what is missing, and lists. */
record BlockListing(BlocksCommand command, Firewall firewall) {

    ExitCode run() throws FirewallException {
        Standing standing = firewall.standing();
        List<Block> blocks = standing.blocks().stream()
                .filter(block -> command.backend() == null || block.backend().equals(command.backend()))
                .toList();
        if (command.json.value()) {
            command.output().json(BlocksJson.document(blocks, Instant.now()));
        } else {
            Services services = command.services();
            new BlockTable(!command.noHeader.value(), services.colours(), services.user())
                    .print(blocks, command.output());
        }
        note(standing);
        return blocks.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private void note(Standing standing) {
        Output output = command.output();
        if (!standing.putBack().isEmpty()) {
            output.note(
                    "somebody had removed or changed the block of " + names(standing.putBack()) + "; it is put back");
        }
        List<Block> missing = standing.blocks().stream()
                .filter(block -> block.state() == Block.State.MISSING)
                .toList();
        if (standing.failure() != null) {
            output.note((missing.isEmpty() ? "" : names(missing) + " is missing; ") + "not all could be put right: "
                    + standing.failure().getMessage());
        }
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(block -> block.request().toString()).collect(Collectors.joining(", "));
    }
}
