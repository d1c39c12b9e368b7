// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;
import picocli.CommandLine.TypeConversionException;

/** Allows a key that was made elsewhere. */
final class FeedAllowCommand extends Subcommand {

    private final Argument<String> name =
            add(Argument.parameter(0, String.class, "NAME", "What you call it.").converters(TextConverter::name));

    private final Argument<String> key =
            add(Argument.parameter(1, String.class, "KEY", "Its public key: 40 characters. Quote it for the shell.")
                    .converters(FeedAllowCommand::key));

    FeedAllowCommand() {
        super("A feed that runs accepts it at once.");
    }

    private static String key(String text) {
        try {
            FeedKeys.checkKey(text);
            return text;
        } catch (FeedException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    @Override
    public ExitCode run() throws FeedException {
        services().feedKeys().allow(name.value(), key.value());
        output().println("Allowed " + name.value() + ".");
        return ExitCode.OK;
    }
}
