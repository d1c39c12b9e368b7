// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import org.osgi.annotation.versioning.ProviderType;
import org.portio.server.internal.LocalServers;

/** Temporary servers that run in this process, and end with it. */
@ProviderType
public interface RunningServers extends TemporaryServers, AutoCloseable {

    /** Stops all of them; none can be started afterwards. */
    @Override
    void close();

    /** Returns a set of servers of its own, none of which runs yet. */
    static RunningServers inThisProcess() {
        return new LocalServers();
    }
}
