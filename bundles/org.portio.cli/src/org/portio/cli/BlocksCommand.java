// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.time.Instant;
import java.util.List;
import org.portio.firewall.Block;
import org.portio.firewall.BlocksJson;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;

/** Prints the blocks there are. */
final class BlocksCommand extends FirewallCommand {

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    private final Argument<String> backend = add(backendOption());

    BlocksCommand() {
        super(
                "blocks",
                "List the ports that PortIO blocks.",
                "",
                "In the column State, active is in force, missing was removed by somebody else, and orphaned is in force"
                        + " but in no journal of yours: another user's, or left by a lost journal. Exit code 1 where"
                        + " there are none.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        List<Block> blocks = firewall.blocks();
        if (json.value()) {
            output().println(BlocksJson.document(blocks, Instant.now()));
        } else {
            new BlockTable(!noHeader.value(), services().colours(), services().user()).print(blocks, output());
        }
        return blocks.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }
}
