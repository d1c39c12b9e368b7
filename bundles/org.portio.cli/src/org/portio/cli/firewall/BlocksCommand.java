// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.firewall.Block;
import org.portio.firewall.BlocksJson;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Standing;

/** Puts back the blocks that are missing, and lists all. */
public final class BlocksCommand extends FirewallCommand {

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    private final Argument<String> backend = add(backendOption());

    public BlocksCommand() {
        super("In the column State, active means in force, missing means removed by somebody else,"
                + " overridden means that somebody's rule before it lets packets get by, and orphaned means in force but not in your journal: another user's, or left by a lost journal."
                + " Exit code 1 if there are none.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        Standing standing = firewall.standing();
        List<Block> blocks = standing.blocks().stream()
                .filter(block -> backend() == null || block.backend().equals(backend()))
                .toList();
        if (json.value()) {
            output().json(BlocksJson.document(blocks, Instant.now()));
        } else {
            Services services = services();
            new BlockTable(!noHeader.value(), services.colours(), services.user()).print(blocks, output());
        }
        note(standing);
        return blocks.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private void note(Standing standing) {
        Output output = output();
        if (!standing.putBack().isEmpty()) {
            output.note("somebody removed, changed or overrode the block of " + names(standing.putBack())
                    + "; it is in force again");
        }
        standing.blocks().stream()
                .filter(block -> !block.overriddenBy().isEmpty())
                .forEach(block -> output.note(block.request() + " is not blocked completely: the block is preceded by "
                        + block.overriddenBy()));
        List<Block> missing = standing.blocks().stream()
                .filter(block -> block.state() == Block.State.MISSING)
                .toList();
        if (standing.failure() != null) {
            output.note((missing.isEmpty() ? "" : names(missing) + " is missing; ") + "not everything could"
                    + " be repaired: "
                    + standing.failure().getMessage());
        }
    }

    private static String names(List<Block> blocks) {
        return blocks.stream().map(block -> block.request().toString()).collect(Collectors.joining(", "));
    }
}
