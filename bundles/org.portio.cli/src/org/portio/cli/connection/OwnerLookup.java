// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
        return names(connection, _ -> true);
    }

    /** Returns the containers of the owners, for a cell of a table. */
    String containers(Connection connection) {
        return names(connection, found -> found.kind() == Recognition.Kind.CONTAINER);
    }

    private String names(Connection connection, Predicate<Recognition> wanted) {
        String names = Recognition.names(connection.owners().stream()
                .flatMap(owner -> origin(owner).stream())
                .flatMap(origin -> origin.recognized().stream())
                .filter(wanted));
        return names.isEmpty() ? ConnectionText.NONE : names;
    }
}
