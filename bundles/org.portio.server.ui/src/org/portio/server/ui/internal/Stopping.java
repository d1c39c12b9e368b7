// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.portio.server.ServerException;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;

/** Stops servers, after a question. */
public final class Stopping {

    private Stopping() {}

    /** Says what is lost: open connections if there are any, and the transcript. */
    public static String question(List<ServerStatus> selected) {
        long open = selected.stream().mapToLong(ServerStatus::open).sum();
        ServerKey first = ServerKey.of(selected.getFirst());
        if (open == 0) {
            return selected.size() == 1
                    ? NLS.bind(Messages.StopServerHandler_questionIdleOne, first)
                    : NLS.bind(Messages.StopServerHandler_questionIdle, selected.size());
        }
        String clients =
                open == 1 ? Messages.StopServerHandler_client : NLS.bind(Messages.StopServerHandler_clients, open);
        return selected.size() == 1
                ? NLS.bind(Messages.StopServerHandler_questionOne, first, clients)
                : NLS.bind(Messages.StopServerHandler_question, selected.size(), clients);
    }

    /** One that ended by itself meanwhile is what was wanted. */
    static void stop(TemporaryServers servers, List<ServerKey> keys) throws ServerException {
        for (ServerKey key : keys) {
            try {
                servers.stop(key.port(), key.protocol());
            } catch (ServerException e) {
                if (e.kind() != ServerException.Kind.NOT_FOUND) {
                    throw e;
                }
            }
        }
    }
}
