// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.system.FileFailure;
import org.portio.core.system.Places;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.lost.ServerBook;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.reservation.HeldPorts;

/** A client's way to the keeper: one connection for each request. */
@Component(service = KeeperLink.class)
public final class KeeperLink {

    private final RuntimeDirectories directories;
    private final Path program;
    private final Hello self;
    private final SavedReservations saved;

    /** Creates one for the workbench, whose start script says where the command line is. */
    @Activate
    public KeeperLink() {
        this(
                RuntimeDirectories.ofSystem(Places.ofSystem()),
                Optional.ofNullable(System.getProperty("portio.program"))
                        .map(Path::of)
                        .orElse(null),
                BundleVersion.ofThisBundle());
    }

    /**
     * Creates one of any program.
     *
     * @param program PortIO's command line, which runs the keeper; null for not known
     */
    public KeeperLink(RuntimeDirectories directories, Path program, String version) {
        this.directories = directories;
        this.program = program;
        this.self = Hello.ofThisProcess(version);
        this.saved = new SavedReservations(directories.places());
    }

    Path reservationsFile() {
        return HeldPorts.file(directories.places());
    }

    ServerBook serverBook() {
        return new ServerBook(directories.places().state());
    }

    /** Returns whether the user has reservations, which a keeper is to hold. */
    boolean hasReservations() {
        return saved.exist();
    }

    /** Returns whether a port of this keeper is a port of this process. */
    boolean isHere(KeeperConnection connection) {
        return connection.keeper().sharesNetwork(self);
    }

    /** Connects to the running keeper, whatever it speaks; empty if none is running. */
    Optional<KeeperConnection> connectToAny() throws KeeperException {
        return finder().connect();
    }

    /** Connects to the running keeper; empty if none is running. */
    Optional<KeeperConnection> connectIfRunning() throws KeeperException {
        Optional<KeeperConnection> connection = connectToAny();
        if (connection.isPresent()) {
            check(connection.get());
        }
        return connection;
    }

    /** Connects to the keeper, which is started if none is running. */
    KeeperConnection connect() throws KeeperException {
        Finder finder = finder();
        Optional<KeeperConnection> running = finder.connect();
        KeeperConnection connection =
                running.isPresent() ? running.get() : new Starter(directories, finder, program).start();
        check(connection);
        return connection;
    }

    private Finder finder() throws KeeperException {
        try {
            return new Finder(directories, self);
        } catch (IOException e) {
            throw new KeeperException("cannot determine which user runs PortIO: " + FileFailure.text(e), e);
        }
    }

    private void check(KeeperConnection connection) throws KeeperException {
        Hello keeper = connection.keeper();
        if (!keeper.speaksOurs()) {
            connection.close();
            throw new KeeperException(
                    "the running keeper belongs to PortIO " + keeper.version() + " (process " + keeper.pid()
                            + "), which PortIO " + self.version() + " cannot talk to",
                    Errors.ANOTHER_KEEPER);
        }
        if (!keeper.sharesNetwork(self)) {
            connection.close();
            throw new KeeperException(
                    "the keeper (process " + keeper.pid() + ") is in another network namespace (" + keeper.network()
                            + ") than this command (" + self.network() + ")",
                    "run the command there, or give this namespace a keeper of its own:"
                            + " PORTIO_HOME=DIRECTORY portio ...");
        }
    }

    /** Asks the keeper, which is started if none runs. */
    <T> T ask(JsonObject request, Duration patience, Function<JsonFields, T> reader) throws KeeperException {
        try (KeeperConnection connection = connect()) {
            return connection.ask(request, patience, reader);
        }
    }

    /** Asks the keeper that runs; empty if none does. */
    <T> Optional<T> askIfRunning(JsonObject request, Function<JsonFields, T> reader) throws KeeperException {
        Optional<KeeperConnection> running = connectIfRunning();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        try (KeeperConnection connection = running.get()) {
            return Optional.of(connection.ask(request, KeeperConnection.PATIENCE, reader));
        }
    }
}
