// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.core.PortioException;
import org.portio.core.system.SetAside;
import org.portio.keeper.Companion;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.testing.FakeReservations;
import org.portio.testing.FakeServers;

/** A keeper without a process. */
public final class FakeKeeper implements Keeper {
    public List<SetAside> setAside = List.of();

    public final FakeReservations reservations = new FakeReservations();
    public final FakeServers servers = new FakeServers();
    final List<LostServer> lost = new ArrayList<>();
    /** Null if none is running. */
    public KeeperStatus running;
    /** The companion that answers; null if a test has none. */
    public Companion.Stay companion;
    /** The failure of each call; null if calls succeed. */
    public KeeperException failure;

    @Override
    public FakeReservations reservations() {
        return reservations;
    }

    @Override
    public FakeServers servers() {
        return servers;
    }

    @Override
    public List<SetAside> setAside() {
        return setAside;
    }

    @Override
    public List<LostServer> lostServers() throws KeeperException {
        check();
        return List.copyOf(lost);
    }

    @Override
    public void forget(LostServer server) {
        lost.remove(server);
    }

    @Override
    public String ask(String name, String question) throws KeeperException {
        check();
        try {
            return companion.answer(question).orElseThrow();
        } catch (PortioException e) {
            throw new KeeperException(e.failure(), e);
        }
    }

    @Override
    public Optional<String> askIfRunning(String name, String question) throws KeeperException {
        return running == null ? Optional.empty() : Optional.of(ask(name, question));
    }

    @Override
    public Optional<KeeperStatus> status() throws KeeperException {
        check();
        return Optional.ofNullable(running);
    }

    @Override
    public KeeperStatus start() throws KeeperException {
        check();
        if (running == null) {
            running = new KeeperStatus(4711, "1.0", Instant.EPOCH, 0, 0, 0, true);
        }
        return running;
    }

    @Override
    public boolean stop() throws KeeperException {
        check();
        boolean ran = running != null;
        running = null;
        return ran;
    }

    private void check() throws KeeperException {
        if (failure != null) {
            throw failure;
        }
    }
}
