// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import java.util.List;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** Servers; the first ones do not start. */
public final class PickyServers implements TemporaryServers {

    private final TemporaryServers others;
    private final ServerException.Kind kind;
    private int failures;

    public PickyServers(TemporaryServers others, ServerException.Kind kind, int failures) {
        this.others = others;
        this.kind = kind;
        this.failures = failures;
    }

    @Override
    public List<ServerStatus> list() throws ServerException {
        return others.list();
    }

    @Override
    public ServerStatus start(ServerRequest request) throws ServerException {
        if (failures-- > 0) {
            throw new ServerException(Failure.of(kind, "it does not start"));
        }
        return others.start(request);
    }

    @Override
    public ServerStatus stop(int port, Protocol protocol) throws ServerException {
        return others.stop(port, protocol);
    }

    @Override
    public List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        return others.transcript(port, protocol);
    }
}
