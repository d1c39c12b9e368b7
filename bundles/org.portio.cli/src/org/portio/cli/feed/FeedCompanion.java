// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.Optional;
import java.util.function.Consumer;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortioException;
import org.portio.core.system.Places;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedSwitch;
import org.portio.feed.SwitchedFeed;
import org.portio.firewall.Firewall;
import org.portio.keeper.Companion;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.reservation.Reservations;

/** Publishes in the keeper's process while the switch is on. */
public record FeedCompanion(ConnectionMonitor monitor, FeedKeys keys, Firewall firewall, Places places)
        implements Companion {

    /** Returns what tells the feed of a keeper what to do. */
    public static FeedControl control(Keeper keeper, FeedSwitch position) {
        return FeedControl.over(
                new FeedControl.Way() {
                    @Override
                    public String ask(String question) throws KeeperException {
                        return keeper.ask(FeedControl.NAME, question);
                    }

                    @Override
                    public Optional<String> askIfRunning(String question) throws KeeperException {
                        return keeper.askIfRunning(FeedControl.NAME, question);
                    }
                },
                position);
    }

    @Override
    public String name() {
        return FeedControl.NAME;
    }

    @Override
    public Stay begin(Reservations reservations, Consumer<String> log) {
        return new FeedStay(SwitchedFeed.follow(
                FeedSwitch.of(places, aside -> log.accept(aside.text())),
                keys,
                FeedSources.of(monitor, reservations, firewall),
                log));
    }

    private record FeedStay(SwitchedFeed feed) implements Stay {

        @Override
        public Optional<String> answer(String question) throws PortioException {
            return Optional.of(feed.answer(question));
        }

        @Override
        public void close() {
            feed.close();
        }
    }
}
