// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.keeper.internal.lost.ServerBook;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** Temporary servers with a record of which ones run. If the record cannot be written, they still run. */
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
        note(() -> book.started(started));
        return started;
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

    void note(Entry entry) {
        try {
            entry.write();
        } catch (IOException e) {
            log.write("Could not save which servers are running", e);
        }
    }
}
