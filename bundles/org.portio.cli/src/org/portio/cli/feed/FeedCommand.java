// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.List;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortioException;
import org.portio.core.system.Subscription;
import org.portio.feed.FeedException;
import org.portio.feed.FeedServer;
import org.portio.feed.FeedSettings;
import org.portio.feed.FeedStatus;

/** Serves the feed until it is interrupted; its subcommands are about the keys. */
public final class FeedCommand extends Subcommand {

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of(
                    "start",
                    Group.PORTIO,
                    "Have the keeper publish in the background, also after a restart.",
                    FeedStartCommand::new),
            CommandEntry.of("stop", Group.PORTIO, "End what start has begun.", FeedStopCommand::new),
            CommandEntry.of(
                    "status",
                    Group.PORTIO,
                    "Show whether the keeper publishes, where, and to whom.",
                    FeedStatusCommand::new),
            CommandEntry.of(
                    "keygen",
                    Group.PORTIO,
                    "Make the keys of a subscriber on this machine, and allow it.",
                    FeedKeygenCommand::new),
            CommandEntry.of(
                    "allow", Group.PORTIO, "Allow a subscriber that has keys of its own.", FeedAllowCommand::new),
            CommandEntry.of("revoke", Group.PORTIO, "Allow a subscriber no longer.", FeedRevokeCommand::new),
            CommandEntry.of("list", Group.PORTIO, "List who may subscribe.", FeedListCommand::new));

    private final FeedOptions options = new FeedOptions(this);

    public FeedCommand() {
        super("Runs until it is interrupted. Subscribers need a key (CURVE) that is allowed here; docs/feed.md has an"
                + " example, and says what is sent.");
        spec().usageMessage().synopsisSubcommandLabel("[COMMAND]").commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    @Override
    public ExitCode run() throws PortioException, InterruptedException {
        FeedSettings settings = options.settings();
        ConnectionMonitor monitor = services().monitor();
        // If nothing can be read at all, this fails before anything is bound.
        monitor.snapshot();
        try (FeedServer server = FeedServer.start(settings, services().feedKeys())) {
            show(server.status());
            try (Subscription _ = FeedSources.of(services(), monitor).tell(server)) {
                server.awaitEnd();
            }
        }
        return ExitCode.OK;
    }

    private void show(FeedStatus status) throws FeedException {
        FeedText text = new FeedText(services(), output());
        text.addresses(status);
        if (status.plain()) {
            text.notePlain();
        } else {
            text.keys(services().feedKeys().serverKey());
        }
        output().out.flush();
    }
}
