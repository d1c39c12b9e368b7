// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;

/** Removes blocks that PortIO made. */
public final class UnblockCommand extends FirewallCommand {

    private final Argument<PortRange> ports = add(Argument.optionalParameter(
                    0,
                    PortRange.class,
                    "PORT[-PORT]",
                    "The port, or the range of ports," + " exactly as it was blocked.")
            .converters(PortConverter::range));

    private final Argument<Protocol> protocol =
            add(Argument.optionalParameter(1, Protocol.class, "TCP|UDP", "The protocol that was blocked."));

    private final Argument<Boolean> all = add(Argument.flag("--all", "Remove all of your own blocks."));

    private final Argument<String> backend = add(backendOption());

    private final Argument<Boolean> force = add(Argument.flag("--force", "Also remove blocks of other users."));

    private final Argument<Boolean> dryRun = add(dryRunOption());

    private final Argument<Boolean> yes = add(yesOption());

    public UnblockCommand() {
        super("Removes the blocks of exactly these ports, in every direction; rules that are not PortIO's"
                + " are never touched. Exit code 1 if PortIO does not block any of them, 4 if the block"
                + " also covers other ports or belongs to another user.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        checkUsage();
        Confirmation confirmation = new Confirmation(services(), output(), yes.value() || dryRun.value());
        confirmation.checkThatItCanBeGiven();
        User user = services().user();
        List<Block> chosen = choose(ofBackend(firewall.blocks()), user);
        if (chosen.isEmpty()) {
            output().note(all.value() ? "nothing is blocked" : asked() + " is not blocked");
            return ExitCode.FALSE;
        }
        List<Block> outOfReach = force.value() ? List.of() : unverified(chosen);
        List<Block> reached = without(chosen, outOfReach);
        if (reached.isEmpty()) {
            throw refusal(stays(outOfReach, user));
        }
        if (dryRun.value()) {
            return printPlan(firewall, firewall.planUnblock(ids(reached)));
        }
        unblock(reached, firewall, confirmation);
        if (!outOfReach.isEmpty()) {
            throw new CommandFailure(ExitCode.PARTIAL, stays(outOfReach, user));
        }
        return ExitCode.OK;
    }

    private void unblock(List<Block> blocks, Firewall firewall, Confirmation confirmation) throws FirewallException {
        if (!confirmation.given()) {
            User user = services().user();
            List<String> what = new ArrayList<>();
            blocks.forEach(block -> what.add("unblocks " + BlockText.line(block, user)));
            what.add(with(firewall));
            confirmation.demand(what);
        }
        for (Block block : firewall.unblock(ids(blocks), force.value())) {
            output().println("Unblocked " + block.request() + ".");
        }
    }

    private static List<UUID> ids(List<Block> blocks) {
        return blocks.stream().map(Block::id).toList();
    }

    private List<Block> ofBackend(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> backend() == null || block.backend().equals(backend()))
                .toList();
    }

    /** Selects what this command does not see, and so cannot remove. */
    private static List<Block> unverified(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.state() == Block.State.UNVERIFIED)
                .toList();
    }

    private static List<Block> without(List<Block> blocks, List<Block> others) {
        return blocks.stream().filter(block -> !others.contains(block)).toList();
    }

    private static String stays(List<Block> blocks, User user) {
        return lines(blocks, user) + " cannot be reached: its backend cannot be used here, or it is in"
                + " another network namespace; use --force to forget it";
    }

    private void checkUsage() {
        boolean named = ports.value() != null;
        if (named && all.value()) {
            throw wrongUsage("give either ports or --all");
        }
        if (!named && !all.value()) {
            throw wrongUsage("which ports? PORT[-PORT] TCP|UDP, or --all");
        }
        if (named && protocol.value() == null) {
            throw wrongUsage("which protocol? TCP or UDP");
        }
    }

    private List<Block> choose(List<Block> blocks, User user) {
        List<Block> meant =
                all.value() ? blocks : blocks.stream().filter(this::isExact).toList();
        List<Block> chosen = meant.stream()
                .filter(block -> force.value() || isOwn(block, user))
                .toList();
        if (chosen.isEmpty() && !meant.isEmpty()) {
            throw refusal("the block belongs to another user: " + lines(meant, user)
                    + (user.isRoot()
                            ? "; use --force to unblock it anyway"
                            : "; only root can unblock it, with --force"));
        }
        if (chosen.isEmpty()) {
            refuseOverlapping(blocks, user);
        } else if (chosen.size() < meant.size()) {
            output().note("other users' blocks stay; " + (user.isRoot() ? "" : "root with ")
                    + "--force also unblocks them");
        }
        return chosen;
    }

    private void refuseOverlapping(List<Block> blocks, User user) {
        List<Block> overlapping =
                all.value() ? List.of() : blocks.stream().filter(this::overlaps).toList();
        if (!overlapping.isEmpty()) {
            String exactly = overlapping.stream()
                    .map(block -> services().program() + " unblock "
                            + block.request().ports() + " " + block.request().protocol())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw refusal(asked() + " is not blocked on its own, but as part of " + lines(overlapping, user)
                    + "; unblock exactly that: " + exactly);
        }
    }

    private boolean isExact(Block block) {
        // As texts: to compare records for the first time takes Java as long as to run nft.
        return block.request().ports().toString().equals(ports.value().toString())
                && block.request().protocol() == protocol.value();
    }

    private boolean overlaps(Block block) {
        return block.request().ports().overlaps(ports.value())
                && block.request().protocol() == protocol.value();
    }

    /** Tells whether this user's journal has it, or it carries this user's tag although no journal has it. */
    private static boolean isOwn(Block block, User user) {
        return block.state() != Block.State.ORPHANED || block.user().equals(user.id());
    }

    private String asked() {
        return protocol.value() + " " + ports.value();
    }

    private static String lines(List<Block> blocks, User user) {
        return blocks.stream().map(block -> BlockText.line(block, user)).collect(Collectors.joining("; "));
    }

    private static CommandFailure refusal(String message) {
        return new CommandFailure(ExitCode.CONFLICT, message);
    }
}
