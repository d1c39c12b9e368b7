// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portio.core.Protocol;
import org.portio.core.system.FileFailure;
import org.portio.keeper.internal.lost.ServerBook;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** Temporary servers with a record of which ones run. If the record cannot be written, they still run, and whoever starts one is told. */
record NotedServers(TemporaryServers servers, ServerBook book, KeeperLog log) implements TemporaryServers {

    /** Writes into the book. */
    @FunctionalInterface
    interface Entry {
        void write() throws IOException;
    }

    @Override
    public List<ServerStatus> list() throws ServerException {
        return servers.list();
    }

    @Override
    public ServerStatus start(ServerRequest request) throws ServerException {
        ServerStatus started = servers.start(request);
        if (!request.run().isEmpty()) {
            // Nobody misses it: it is to end with its run anyway.
            return started;
        }
        Optional<IOException> unsaved = note(() -> book.started(started));
        return unsaved.map(failure -> started.with(caveat(failure))).orElse(started);
    }

    private static String caveat(IOException failure) {
        return "the server is running, but the list of running servers cannot be saved (" + FileFailure.text(failure)
                + "); if its keeper is killed, PortIO cannot tell you that the server is gone";
    }

    @Override
    public ServerStatus stop(int port, Protocol protocol) throws ServerException {
        ServerStatus last = servers.stop(port, protocol);
        note(() -> book.forget(port, protocol));
        return last;
    }

    @Override
    public List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        return servers.transcript(port, protocol);
    }

    /** Returns why it could not be written; empty if it was. */
    Optional<IOException> note(Entry entry) {
        try {
            entry.write();
            return Optional.empty();
        } catch (IOException e) {
            log.write("Could not save which servers are running", e);
            return Optional.of(e);
        }
    }
}
