// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import org.portio.cli.command.Argument;
import org.portio.cli.command.Subcommand;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import picocli.CommandLine.TypeConversionException;

/** The options that say where the feed is, and for whom. */
final class FeedOptions {

    private final Argument<FeedAddress> bind;
    private final Argument<FeedAddress> snapshotBind;
    private final Argument<Boolean> plain;
    private final Argument<Integer> clients;

    FeedOptions(Subcommand command) {
        bind = command.add(Argument.option(
                "--bind",
                FeedAddress.class,
                FeedOptions::address,
                "ADDRESS",
                "Where subscribers connect to; " + FeedSettings.ADDRESS
                        + " if it is not given. tcp://*:5556 means all addresses."));
        snapshotBind = command.add(Argument.option(
                "--snapshot-bind",
                FeedAddress.class,
                FeedOptions::address,
                "ADDRESS",
                "Where they ask for a snapshot; the next port if it is not given."));
        plain = command.add(Argument.flag(
                "--plain", "Without encryption and keys: every user of this machine can read it. Only on loopback."));
        clients = command.add(Argument.option(
                "--clients",
                Integer.class,
                FeedOptions::number,
                "NUMBER",
                "How many subscribers at a time; " + FeedSettings.CLIENTS + " if it is not given."));
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

    FeedSettings settings() throws FeedException {
        FeedAddress events = bind.value() == null ? address(FeedSettings.ADDRESS) : bind.value();
        return FeedSettings.of(events, snapshotBind.value(), plain.value())
                .withClients(clients.value() == null ? FeedSettings.CLIENTS : clients.value());
    }
}
