// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.util.List;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.testrun.Holding;
import org.portio.testrun.Holdings;

/** Temporary servers that runs have. */
public record ServerHoldings(TemporaryServers servers) implements Holdings {

    @Override
    public Holding.Kind kind() {
        return Holding.Kind.SERVER;
    }

    @Override
    public List<Holding> of(String run) throws PortioException {
        return servers.list().stream()
                .map(ServerStatus::request)
                .filter(request -> request.run().equals(run))
                .map(request -> new Holding(kind(), key(request), request.mode().label() + " on " + key(request)))
                .toList();
    }

    private static String key(ServerRequest request) {
        return request.protocol() + " " + request.port();
    }

    @Override
    public void revert(Holding holding) throws PortioException {
        List<ServerRequest> named = servers.list().stream()
                .map(ServerStatus::request)
                .filter(request -> key(request).equals(holding.key()))
                .toList();
        for (ServerRequest request : named) {
            stop(request);
        }
    }

    private void stop(ServerRequest request) throws ServerException {
        try {
            servers.stop(request.port(), request.protocol());
        } catch (ServerException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }
}
