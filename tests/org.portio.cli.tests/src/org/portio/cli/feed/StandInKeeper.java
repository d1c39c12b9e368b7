// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;
import org.portio.testing.FakeServers;

/** A keeper whose reservations this process has. */
record StandInKeeper(Reservations reservations) implements Keeper {

    @Override
    public TemporaryServers servers() {
        return new FakeServers();
    }

    @Override
    public List<LostServer> lostServers() {
        return List.of();
    }

    @Override
    public void forget(LostServer server) {
        // None is lost.
    }

    @Override
    public String ask(String companion, String question) {
        throw new IllegalArgumentException(companion);
    }

    @Override
    public Optional<String> askIfRunning(String companion, String question) {
        return Optional.empty();
    }

    @Override
    public Optional<KeeperStatus> status() {
        long pid = ProcessHandle.current().pid();
        return Optional.of(new KeeperStatus(pid, "test", Instant.now(), 1, 1, 0, true));
    }

    @Override
    public KeeperStatus start() {
        return status().orElseThrow();
    }

    @Override
    public boolean stop() {
        return false;
    }
}
