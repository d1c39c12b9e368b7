// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.system.FileFailure;
import org.portio.core.system.SetAside;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;

/** The keeper in its own process. */
@Component(service = Keeper.class)
public final class RemoteKeeper implements Keeper {

    private final KeeperLink link;
    private final Reservations reservations;
    private final TemporaryServers servers;

    @Activate
    public RemoteKeeper(@Reference KeeperLink link) {
        this.link = link;
        this.reservations = new RemoteReservations(link);
        this.servers = new RemoteServers(link);
    }

    @Override
    public Reservations reservations() {
        return reservations;
    }

    @Override
    public TemporaryServers servers() {
        return servers;
    }

    @Override
    public List<SetAside> setAside() {
        return Stream.concat(SetAside.of(link.reservationsFile()).stream(), link.serverBook().setAside().stream())
                .toList();
    }

    @Override
    public List<LostServer> lostServers() throws KeeperException {
        Optional<KeeperConnection> running = link.connectToAny();
        running.ifPresent(KeeperConnection::close);
        try {
            return link.serverBook().lost(running.isPresent());
        } catch (IOException e) {
            throw new KeeperException("cannot read which servers were running: " + FileFailure.text(e), e);
        }
    }

    @Override
    public void forget(LostServer server) throws KeeperException {
        try {
            link.serverBook().forget(server.request().port(), server.request().protocol());
        } catch (IOException e) {
            throw new KeeperException("cannot save which servers were running: " + FileFailure.text(e), e);
        }
    }

    @Override
    public Optional<KeeperStatus> status() throws KeeperException {
        Optional<KeeperConnection> running = link.connectToAny();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try (KeeperConnection keeper = running.get()) {
            return Optional.of(keeper.ask(Wire.request("status"), KeeperConnection.PATIENCE, Wire::keeperStatus)
                    .seen(link.isHere(keeper)));
        }
    }

    @Override
    public KeeperStatus start() throws KeeperException {
        try (KeeperConnection keeper = link.connect()) {
            return keeper.ask(Wire.request("status"), KeeperConnection.PATIENCE, Wire::keeperStatus)
                    .seen(true);
        }
    }

    @Override
    public String ask(String companion, String question) throws KeeperException {
        return link.ask(Wire.question(companion, question), KeeperConnection.PATIENCE, Wire::answer);
    }

    @Override
    public Optional<String> askIfRunning(String companion, String question) throws KeeperException {
        return link.askIfRunning(Wire.question(companion, question), Wire::answer);
    }

    @Override
    public boolean stop() throws KeeperException {
        Optional<KeeperConnection> running = link.connectToAny();
        if (running.isEmpty()) {
            return false;
        }
        try (KeeperConnection keeper = running.get()) {
            keeper.ask(Wire.request("stop"), KeeperConnection.PATIENCE, Function.identity());
            keeper.awaitEnd();
            return true;
        }
    }
}
