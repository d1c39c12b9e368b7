// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.core.PortioException;

/** Stops the feed in the keeper. */
final class FeedStopCommand extends Subcommand {

    FeedStopCommand() {
        super("Keys stay allowed, and the keeper keeps running. Exit code 1 if it did not publish.");
    }

    @Override
    public ExitCode run() throws PortioException {
        if (!services().feedControl(aside -> output().note(aside.text())).stop()) {
            output().note("the feed is not running; nothing to stop");
            return ExitCode.FALSE;
        }
        output().println("Stopped the feed.");
        return ExitCode.OK;
    }
}
