// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.cli.text.ConnectionText;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognition;

/** Asks about each owner of a list of connections once, and keeps the answers. From any thread: long lists are made on several. */
final class OwnerLookup {

    private final Map<ProcessInfo, Optional<ProcessOrigin>> origins = new ConcurrentHashMap<>();
    private final Processes processes;

    OwnerLookup(Processes processes) {
        this.processes = processes;
    }

    /** Returns the origin of the process; finds it out when asked for the first time. */
    Optional<ProcessOrigin> origin(ProcessInfo process) {
        return origins.computeIfAbsent(process, processes::origin);
    }

    /** Returns what is recognized in the owners, for a cell of a table. */
    String recognized(Connection connection) {
        String names = Recognition.names(connection.owners().stream()
                .flatMap(owner -> origin(owner).stream())
                .flatMap(origin -> origin.recognized().stream()));
        return names.isEmpty() ? ConnectionText.NONE : names;
    }
}
