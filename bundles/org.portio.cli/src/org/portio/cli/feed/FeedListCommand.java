// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Table;
import org.portio.feed.AllowedKey;
import org.portio.feed.FeedException;

/** Prints who may subscribe. */
final class FeedListCommand extends Subcommand {

    private static final List<String> TITLES = List.of("Subscriber", "Key");

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    FeedListCommand() {
        super("Exit code 1 if nobody is allowed.");
    }

    @Override
    public ExitCode run() throws FeedException {
        List<AllowedKey> all = services().feedKeys().allowed();
        new Table(TITLES, !noHeader.value(), services().colours())
                .print(all.stream().map(one -> List.of(one.name(), one.key())).toList(), output());
        return all.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }
}
