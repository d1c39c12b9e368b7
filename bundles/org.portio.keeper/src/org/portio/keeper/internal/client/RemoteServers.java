// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** The temporary servers of the keeper. Only starting one needs a keeper: if none runs, no server does. */
@Component(service = TemporaryServers.class)
public final class RemoteServers implements TemporaryServers {

    private final KeeperLink link;

    @Activate
    public RemoteServers(@Reference KeeperLink link) {
        this.link = link;
    }

    @Override
    public List<ServerStatus> list() throws ServerException {
        return ask(Wire.request("servers.list"), answer -> answer.objects("servers", Wire::serverStatus))
                .orElse(List.of());
    }

    @Override
    public ServerStatus start(ServerRequest request) throws ServerException {
        JsonObject json = Wire.request("servers.start");
        json.put("server", Wire.write(request));
        try {
            return link.ask(json, KeeperConnection.PATIENCE, Wire::serverStatus);
        } catch (KeeperException e) {
            throw new ServerException(e.failure(), e);
        }
    }

    @Override
    public ServerStatus stop(int port, Protocol protocol) throws ServerException {
        return ask(Wire.request("servers.stop", port, protocol), Wire::serverStatus)
                .orElseThrow(() -> unknown(port, protocol));
    }

    @Override
    public List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        return ask(
                        Wire.request("servers.transcript", port, protocol),
                        answer -> answer.objects("transcript", Wire::transcriptEntry))
                .orElseThrow(() -> unknown(port, protocol));
    }

    private <T> Optional<T> ask(JsonObject request, Function<JsonFields, T> reader) throws ServerException {
        try {
            return link.askIfRunning(request, reader);
        } catch (KeeperException e) {
            throw new ServerException(e.failure(), e);
        }
    }

    private static ServerException unknown(int port, Protocol protocol) {
        return new ServerException(Failure.of(
                ServerException.Kind.NOT_FOUND, "no temporary server is running on " + protocol + " " + port));
    }
}
