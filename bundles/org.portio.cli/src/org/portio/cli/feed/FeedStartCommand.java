// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.core.PortioException;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedSettings;

/** Starts the feed in the keeper. */
final class FeedStartCommand extends Subcommand {

    private final FeedOptions options = new FeedOptions(this);

    FeedStartCommand() {
        super("The keeper, started if none is running, publishes until 'portio feed stop', even if it is restarted"
                + " meanwhile; 'portio keeper install' has the system start it at each login. Nothing changes if it"
                + " publishes so already.");
    }

    @Override
    public ExitCode run() throws PortioException {
        FeedSettings settings = options.settings();
        FeedReport report =
                services().feedControl(aside -> output().note(aside.text())).start(settings);
        FeedText text = new FeedText(services(), output());
        text.addresses(report.status());
        if (report.status().plain()) {
            text.notePlain();
        } else {
            text.keys(report.key());
        }
        return ExitCode.OK;
    }
}
