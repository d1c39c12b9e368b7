// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** Temporary servers without sockets. */
public final class FakeServers implements TemporaryServers {

    private final List<ServerStatus> running = new ArrayList<>();
    private final List<TranscriptEntry> transcript = new ArrayList<>();
    private ServerException failure;

    /** Makes each following call fail; null for none. */
    public synchronized void failWith(ServerException newFailure) {
        failure = newFailure;
    }

    /** Sets the state of a running server. */
    public synchronized void put(ServerStatus status) {
        running.removeIf(
                server -> isOn(server, status.request().port(), status.request().protocol()));
        running.add(status);
    }

    /** Adds a line to the transcript of every server. */
    public synchronized void add(TranscriptEntry entry) {
        transcript.add(entry);
    }

    @Override
    public synchronized List<ServerStatus> list() throws ServerException {
        check();
        return List.copyOf(running);
    }

    @Override
    public synchronized ServerStatus start(ServerRequest request) throws ServerException {
        check();
        Instant now = Instant.now();
        Instant ends = request.duration() == null ? null : now.plus(request.duration());
        ServerStatus status = new ServerStatus(request, now, ends, 0, 0, 0, 0);
        put(status);
        return status;
    }

    @Override
    public synchronized ServerStatus stop(int port, Protocol protocol) throws ServerException {
        check();
        ServerStatus status = running.stream()
                .filter(server -> isOn(server, port, protocol))
                .findFirst()
                .orElseThrow(() -> new ServerException(Failure.of(
                        ServerException.Kind.NOT_FOUND, "no server is running on " + protocol + " " + port)));
        running.remove(status);
        return status;
    }

    @Override
    public synchronized List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        check();
        return List.copyOf(transcript);
    }

    private void check() throws ServerException {
        if (failure != null) {
            throw failure;
        }
    }

    private static boolean isOn(ServerStatus server, int port, Protocol protocol) {
        return server.request().port() == port && server.request().protocol() == protocol;
    }
}
