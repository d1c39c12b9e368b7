// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.PortioException;
import org.portio.core.system.Places;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedServer;
import org.portio.feed.FeedSwitch;
import org.portio.feed.PortState.Subject;
import org.portio.feed.SwitchedFeed;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;
import org.portio.testing.FakeReservations;
import org.portio.testing.FakeServers;

/** A keeper that has nothing but a feed, in this process. */
final class FeedKeeper implements Keeper, AutoCloseable {

    private final SwitchedFeed feed;

    /** The feed that was started last; null before. */
    volatile FeedServer server;

    FeedKeeper() throws IOException {
        Path home = Files.createTempDirectory("feed");
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        feed = SwitchedFeed.follow(
                FeedSwitch.of(places, _ -> noted()),
                FeedKeys.in(places.config()),
                begun -> {
                    // With what is there at first, which is no news: of two states that come at once, only the later is
                    // taken.
                    begun.show(Subject.RESERVATION, List.of());
                    server = begun;
                    return FeedKeeper::noted;
                },
                _ -> noted());
    }

    private static void noted() {
        // Nothing is to be done about it.
    }

    @Override
    public String ask(String companion, String question) throws KeeperException {
        try {
            return feed.answer(question);
        } catch (PortioException e) {
            throw new KeeperException(e.failure(), e);
        }
    }

    @Override
    public Optional<String> askIfRunning(String companion, String question) throws KeeperException {
        return Optional.of(ask(companion, question));
    }

    @Override
    public Reservations reservations() {
        return new FakeReservations();
    }

    @Override
    public TemporaryServers servers() {
        return new FakeServers();
    }

    @Override
    public List<LostServer> lostServers() {
        return List.of();
    }

    @Override
    public void forget(LostServer lost) {
        // None is lost.
    }

    @Override
    public Optional<KeeperStatus> status() {
        return Optional.of(start());
    }

    @Override
    public KeeperStatus start() {
        return new KeeperStatus(ProcessHandle.current().pid(), "test", Instant.now(), 0, 0, 0, true);
    }

    @Override
    public boolean stop() {
        return false;
    }

    @Override
    public void close() {
        feed.close();
    }
}
