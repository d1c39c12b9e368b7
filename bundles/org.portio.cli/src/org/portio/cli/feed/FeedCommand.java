// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.system.Subscription;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedServer;
import org.portio.feed.FeedSettings;
import org.portio.feed.FeedStatus;
import org.portio.feed.PortState.Subject;
import picocli.CommandLine.TypeConversionException;

/** Serves the feed until it is interrupted; its subcommands are about the keys. */
public final class FeedCommand extends Subcommand {

    private static final String DEFAULT = "tcp://127.0.0.1:5556";

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of(
                    "keygen",
                    Group.PORTIO,
                    "Make the keys of a subscriber on this machine, and allow it.",
                    FeedKeygenCommand::new),
            CommandEntry.of(
                    "allow", Group.PORTIO, "Allow a subscriber that has keys of its own.", FeedAllowCommand::new),
            CommandEntry.of("revoke", Group.PORTIO, "Allow a subscriber no longer.", FeedRevokeCommand::new),
            CommandEntry.of("list", Group.PORTIO, "List who may subscribe.", FeedListCommand::new));

    private final Argument<FeedAddress> bind = add(Argument.option(
            "--bind",
            FeedAddress.class,
            FeedCommand::address,
            "ADDRESS",
            "Where subscribers connect to; " + DEFAULT + " if it is not given. tcp://*:5556 means all addresses."));

    private final Argument<FeedAddress> snapshotBind = add(Argument.option(
            "--snapshot-bind",
            FeedAddress.class,
            FeedCommand::address,
            "ADDRESS",
            "Where they ask for a snapshot; the next port if it is not given."));

    private final Argument<Boolean> plain = add(Argument.flag(
            "--plain", "Without encryption and keys: every user of this machine can read it. Only on loopback."));

    private final Argument<Integer> clients = add(Argument.option(
            "--clients",
            Integer.class,
            FeedCommand::number,
            "NUMBER",
            "How many subscribers at a time; " + FeedSettings.CLIENTS + " if it is not given."));

    public FeedCommand() {
        super("Runs until it is interrupted. Subscribers need a key (CURVE) that is allowed here; docs/feed.md has an"
                + " example, and says what is sent.");
        spec().usageMessage().synopsisSubcommandLabel("[COMMAND]").commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    private static FeedAddress address(String text) {
        try {
            return FeedAddress.parse(text);
        } catch (FeedException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Integer number(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new TypeConversionException("'" + text + "' is not a valid number; give one from 1 to 9999");
        }
        return Integer.valueOf(text);
    }

    @Override
    public ExitCode run() throws FeedException, ConnectionException, InterruptedException {
        FeedAddress events = bind.value() == null ? address(DEFAULT) : bind.value();
        FeedSettings settings = FeedSettings.of(events, snapshotBind.value(), plain.value())
                .withClients(clients.value() == null ? FeedSettings.CLIENTS : clients.value());
        ConnectionMonitor monitor = services().monitor();
        // If nothing can be read at all, this fails before anything is bound.
        monitor.snapshot();
        try (FeedServer server = FeedServer.start(settings, services().feedKeys())) {
            show(server.status());
            // As long as there is no keeper, nobody says that nothing is reserved, and the first reservation would be
            // no news.
            server.show(Subject.RESERVATION, List.of());
            server.show(Subject.BLOCK, List.of());
            try (Schedule _ = monitor.follow(server);
                    Subscription _ = PortSources.reservations(services(), server);
                    Subscription _ = PortSources.blocks(services(), server)) {
                server.awaitEnd();
            }
        }
        return ExitCode.OK;
    }

    private void show(FeedStatus status) throws FeedException {
        output().println("Events     " + status.events());
        output().println("Snapshots  " + status.snapshots());
        if (plain.value()) {
            output().note("--plain: every user of this machine can read the feed; without it, only those with a key"
                    + " can");
        } else {
            showKeys(services().feedKeys());
        }
        output().out.flush();
    }

    private void showKeys(FeedKeys keys) throws FeedException {
        int allowed = keys.allowed().size();
        output().println("Key        " + keys.serverKey());
        output().println("Allowed    " + allowed);
        if (allowed == 0) {
            output().note("nobody is allowed to subscribe yet; make a key: "
                    + services().program() + " feed keygen NAME");
        }
    }
}
