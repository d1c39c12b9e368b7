// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RadioState;
import org.portio.core.Connection;
import org.portio.core.Snapshot;

/**
 * The network namespaces that Connections shows: that of PortIO, all, or one of the others. It is the state of a command; each
 * start begins with PortIO's own, as looking into others needs privileges. From any thread.
 */
public final class NamespaceScope {

    /** A network namespace as it was last seen, with how many sockets it has and the containers that these belong to. */
    public record Seen(String name, int sockets, List<String> containers) {}

    static final String COMMAND = "org.portio.core.ui.namespaces";
    private static final String ALL_COMMAND = "org.portio.core.ui.allNamespaces";
    static final String OWN = "own";
    static final String ALL = "all";

    /** Before the name of one: it may be called like the words above. */
    static final String ONE = "one:";

    private final State state;
    private final IStateListener listener;
    private volatile Snapshot latest;

    /** Creates one that runs this when the user has chosen. */
    public NamespaceScope(ICommandService commands, Runnable onChange) {
        state = commands.getCommand(COMMAND).getState(RadioState.STATE_ID);
        listener = (_, _) -> {
            onChange.run();
            commands.refreshElements(ALL_COMMAND, null);
        };
        state.addListener(listener);
    }

    /** Listens to the user no longer. */
    public void dispose() {
        state.removeListener(listener);
    }

    private String chosen() {
        return String.valueOf(state.getValue());
    }

    /** Returns whether only the namespace of PortIO is shown. */
    public boolean isOwn() {
        return !chosen().equals(ALL) && !chosen().startsWith(ONE);
    }

    /** Returns whether a connection is in a namespace that is shown. */
    public boolean shows(Connection connection) {
        String chosen = chosen();
        return !chosen.startsWith(ONE) || connection.namespace().equals(chosen.substring(ONE.length()));
    }

    /** Takes in the latest snapshot; one of other namespaces is remembered for the choice. */
    public void seen(Snapshot snapshot) {
        if (!isOwn()) {
            latest = snapshot;
        }
    }

    /**
     * Returns the other namespaces as they were last seen, by name; none before the first look at all.
     *
     * @param containers names those of the owners of a connection
     */
    public List<Seen> others(Function<Connection, Stream<String>> containers) {
        Snapshot snapshot = latest;
        if (snapshot == null) {
            return List.of();
        }
        Map<String, List<Connection>> byName = snapshot.connections().stream()
                .filter(connection -> !connection.namespace().isEmpty())
                .collect(Collectors.groupingBy(Connection::namespace, TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(entry -> new Seen(
                        entry.getKey(),
                        entry.getValue().size(),
                        List.copyOf(entry.getValue().stream()
                                .flatMap(containers)
                                .collect(Collectors.toCollection(TreeSet::new)))))
                .toList();
    }
}
