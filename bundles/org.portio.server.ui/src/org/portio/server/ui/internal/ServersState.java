// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import org.portio.server.ServerException;
import org.portio.server.ServerStatus;

/**
 * What is known of the temporary servers.
 *
 * @param servers as they were told last
 * @param known false until they were told for the first time
 * @param failure why the latest question was not answered; null if it was
 */
record ServersState(List<ServerStatus> servers, boolean known, ServerException failure) {

    static final ServersState UNKNOWN = new ServersState(List.of(), false, null);

    ServersState {
        servers = List.copyOf(servers);
    }
}
