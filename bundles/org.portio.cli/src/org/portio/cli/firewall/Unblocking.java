// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;

/** What {@code portio unblock} does. */
public record Unblocking(UnblockCommand command, Firewall firewall) {

    private static final String ROOT = "0";

    ExitCode run() throws FirewallException {
        checkUsage();
        Confirmation confirmation =
                new Confirmation(command.services(), command.output(), command.yes.value() || command.dryRun.value());
        confirmation.checkThatItCanBeGiven();
        User user = command.services().user();
        List<Block> chosen = choose(ofBackend(firewall.blocks()), user);
        List<Block> outOfReach = command.force.value() ? List.of() : unverified(chosen);
        chosen = without(chosen, outOfReach);
        if (chosen.isEmpty() && !outOfReach.isEmpty()) {
            throw refusal(stays(outOfReach, user));
        }
        if (chosen.isEmpty()) {
            command.output().note(command.all.value() ? "nothing is blocked" : asked() + " is not blocked");
            return ExitCode.FALSE;
        }
        List<UUID> ids = chosen.stream().map(Block::id).toList();
        if (command.dryRun.value()) {
            return Blocking.printPlan(firewall, firewall.planUnblock(ids), command.output());
        }
        if (!confirmation.given()) {
            List<String> what = new ArrayList<>();
            chosen.forEach(block -> what.add("unblocks " + BlockText.line(block, user)));
            what.add(Blocking.with(firewall));
            confirmation.demand(what);
        }
        for (Block block : firewall.unblock(ids, command.force.value())) {
            command.output().println("Unblocked " + block.request() + ".");
        }
        if (!outOfReach.isEmpty()) {
            throw new CommandFailure(ExitCode.PARTIAL, stays(outOfReach, user), null);
        }
        return ExitCode.OK;
    }

    private List<Block> ofBackend(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> command.backend() == null || block.backend().equals(command.backend()))
                .toList();
    }

    /** What this command does not see, and so cannot remove. */
    private static List<Block> unverified(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.state() == Block.State.UNVERIFIED)
                .toList();
    }

    private static List<Block> without(List<Block> blocks, List<Block> others) {
        return blocks.stream().filter(block -> !others.contains(block)).toList();
    }

    private static String stays(List<Block> blocks, User user) {
        return lines(blocks, user) + " cannot be reached: its backend cannot be used here, or it is in another network"
                + " namespace; --force forgets it";
    }

    private void checkUsage() {
        boolean named = command.ports.value() != null;
        if (named && command.all.value()) {
            throw command.wrongUsage("either ports or --all");
        }
        if (!named && !command.all.value()) {
            throw command.wrongUsage("which ports? PORT[-PORT] TCP|UDP, or --all");
        }
        if (named && command.protocol.value() == null) {
            throw command.wrongUsage("which protocol? TCP or UDP");
        }
    }

    private List<Block> choose(List<Block> blocks, User user) {
        List<Block> meant = command.all.value()
                ? blocks
                : blocks.stream().filter(this::isExact).toList();
        List<Block> chosen = meant.stream()
                .filter(block -> command.force.value() || isOwn(block, user))
                .toList();
        if (chosen.isEmpty() && !meant.isEmpty()) {
            throw refusal("the block is another user's: " + lines(meant, user)
                    + (ROOT.equals(user.id())
                            ? "; use --force to unblock it anyway"
                            : "; only root can unblock it, with --force"));
        }
        if (chosen.isEmpty()) {
            refuseOverlapping(blocks, user);
        } else if (chosen.size() < meant.size()) {
            command.output()
                    .note("blocks of other users stay; " + (ROOT.equals(user.id()) ? "" : "root with ")
                            + "--force unblocks them, too");
        }
        return chosen;
    }

    private void refuseOverlapping(List<Block> blocks, User user) {
        List<Block> overlapping = command.all.value()
                ? List.of()
                : blocks.stream().filter(this::overlaps).toList();
        if (!overlapping.isEmpty()) {
            String exactly = overlapping.stream()
                    .map(block -> command.services().program() + " unblock "
                            + block.request().ports() + " " + block.request().protocol())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw refusal(asked() + " is not blocked as such, but within " + lines(overlapping, user)
                    + "; unblock exactly that: " + exactly);
        }
    }

    private boolean isExact(Block block) {
        // As texts: to compare records for the first time takes Java as long as to run nft.
        return block.request().ports().toString().equals(command.ports.value().toString())
                && block.request().protocol() == command.protocol.value();
    }

    private boolean overlaps(Block block) {
        return block.request().ports().overlaps(command.ports.value())
                && block.request().protocol() == command.protocol.value();
    }

    /** What this user's journal has, and what carries this user's tag although no journal has it. */
    private static boolean isOwn(Block block, User user) {
        return block.state() != Block.State.ORPHANED || block.user().equals(user.id());
    }

    private String asked() {
        return command.protocol.value() + " " + command.ports.value();
    }

    private static String lines(List<Block> blocks, User user) {
        return blocks.stream().map(block -> BlockText.line(block, user)).collect(Collectors.joining("; "));
    }

    private static CommandFailure refusal(String message) {
        return new CommandFailure(ExitCode.CONFLICT, message, null);
    }
}
