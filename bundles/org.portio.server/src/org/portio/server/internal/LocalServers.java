// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.server.RunningServers;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** Servers of this process, one for each port and protocol. */
public final class LocalServers implements RunningServers {

    private static final Comparator<ServerRequest> BY_PORT =
            Comparator.comparingInt(ServerRequest::port).thenComparing(ServerRequest::protocol);

    private record Key(int port, Protocol protocol) {}

    private final Map<Key, LocalServer> servers = new ConcurrentHashMap<>();
    private final Places places;
    private boolean closed;

    public LocalServers() {
        this(ClientLimit.here());
    }

    /** @param maxClients how many TCP clients may be connected at a time, to all servers together */
    LocalServers(int maxClients) {
        places = new Places(maxClients);
    }

    @Override
    public List<ServerStatus> list() {
        return servers.values().stream()
                .map(LocalServer::status)
                .sorted(Comparator.comparing(ServerStatus::request, BY_PORT))
                .toList();
    }

    @Override
    public synchronized ServerStatus start(ServerRequest request) throws ServerException {
        if (closed) {
            throw new ServerException(
                    Failure.of(Kind.FAILED, "no server can be started: this process is about to end"));
        }
        Requests.check(request);
        Key key = new Key(request.port(), request.protocol());
        LocalServer other = servers.get(key);
        if (other != null) {
            throw takenBy(other.status().request());
        }
        LocalServer server = LocalServer.open(request, places);
        servers.put(key, server);
        begin(server, key);
        return server.status();
    }

    /** A server whose threads cannot be had would listen and never accept: it is taken back. */
    private void begin(LocalServer server, Key key) throws ServerException {
        try {
            server.start(() -> expire(key, server));
        } catch (OutOfMemoryError e) {
            servers.remove(key, server);
            server.stop();
            throw new ServerException(
                    Failure.of(
                            Kind.FAILED,
                            "no thread could be made for the server: this user has reached the limit",
                            "see ulimit -u"),
                    e);
        }
    }

    private static ServerException takenBy(ServerRequest other) {
        String what = other.protocol() + " " + other.port();
        return new ServerException(Failure.of(
                Kind.CONFLICT,
                what + " is taken by the temporary server " + other.mode().label(),
                "'portio stop-server " + other.port() + "' stops it"));
    }

    @Override
    public synchronized ServerStatus stop(int port, Protocol protocol) throws ServerException {
        // The lock is kept until it has ended: who starts the next one on this port finds it free.
        LocalServer server = servers.remove(new Key(port, protocol));
        return known(server, port, protocol).stop();
    }

    private synchronized void expire(Key key, LocalServer server) {
        if (servers.remove(key, server)) {
            server.stop();
        }
    }

    @Override
    public List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        return known(servers.get(new Key(port, protocol)), port, protocol).transcript();
    }

    private static LocalServer known(LocalServer server, int port, Protocol protocol) throws ServerException {
        if (server == null) {
            throw new ServerException(Failure.of(
                    Kind.NOT_FOUND,
                    "no server is running on " + protocol + " " + port,
                    "list the running ones with: portio servers"));
        }
        return server;
    }

    /** Returns how many more clients may connect. */
    int freePlaces() {
        return places.free();
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.values().forEach(LocalServer::stop);
        servers.clear();
    }
}
