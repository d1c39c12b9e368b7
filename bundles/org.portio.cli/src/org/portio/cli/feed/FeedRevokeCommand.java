// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.feed.FeedException;

/** Takes a subscriber's permission away. */
final class FeedRevokeCommand extends Subcommand {

    private final Argument<String> name = add(
            Argument.parameter(0, String.class, "NAME", "Its name in the list.").converters(TextConverter::name));

    FeedRevokeCommand() {
        super("A feed that runs cuts it off within a second. Keys that keygen made for it are deleted. Exit code 1"
                + " if it was not allowed.");
    }

    @Override
    public ExitCode run() throws FeedException {
        if (!services().feedKeys().revoke(name.value())) {
            output().note("'" + name.value() + "' is not allowed; nothing to revoke");
            return ExitCode.FALSE;
        }
        output().println("Revoked " + name.value() + ".");
        return ExitCode.OK;
    }
}
