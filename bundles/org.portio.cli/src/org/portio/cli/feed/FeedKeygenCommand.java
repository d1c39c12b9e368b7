// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.nio.file.Path;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;

/** Makes the keys of a subscriber. */
final class FeedKeygenCommand extends Subcommand {

    private final Argument<String> name =
            add(Argument.parameter(0, String.class, "NAME", "What you call it.").converters(TextConverter::name));

    FeedKeygenCommand() {
        super("The keys are in a file that only you can read; ZeroMQ's tools read it (zmq.auth.load_certificate,"
                + " ZCert). A subscriber on another machine had better make its own, and tell only the public one:"
                + " see allow.");
    }

    @Override
    public ExitCode run() throws FeedException {
        FeedKeys keys = services().feedKeys();
        // The subscriber needs this one, too.
        String server = keys.serverKey();
        Path file = keys.create(name.value());
        output().println("Keys of " + name.value() + "  " + file);
        output().println("Key of the feed  " + server);
        output().println("                 " + keys.serverFile());
        return ExitCode.OK;
    }
}
