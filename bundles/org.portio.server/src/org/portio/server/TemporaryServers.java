// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.Protocol;

/** Starts, stops and shows temporary servers. Calls may come from several threads; none from the UI's. */
@ProviderType
public interface TemporaryServers {

    /** Returns those that run, by port. */
    List<ServerStatus> list() throws ServerException;

    /** Starts one, and returns when it can be connected to. */
    ServerStatus start(ServerRequest request) throws ServerException;

    /**
     * Stops one, and closes the connections of its clients.
     *
     * @return its last figures
     */
    ServerStatus stop(int port, Protocol protocol) throws ServerException;

    /** Returns what its clients did, the oldest first; the newest thousand at most. */
    List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException;
}
