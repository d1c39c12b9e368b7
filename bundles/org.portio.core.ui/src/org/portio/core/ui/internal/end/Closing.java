// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.TcpState;

/**
 * The result of closing connections.
 *
 * @param gone those that had gone already
 * @param left those that are still there
 * @param failure why the first of them is; null if none is
 */
record Closing(List<Connection> gone, List<Connection> left, ConnectionException failure) {

    private static final int MOST_LISTED = 15;

    /** Returns whether they are TCP connections, each with a remote end. */
    static boolean isPossible(Collection<Connection> connections) {
        return !connections.isEmpty()
                && connections.stream()
                        .allMatch(connection -> connection.protocol() == Protocol.TCP && connection.remote() != null);
    }

    /** Names each connection, unless there are more than one reads. */
    static String question(List<Connection> connections) {
        if (connections.size() == 1) {
            return NLS.bind(questionOne(connections.getFirst()), text(connections.getFirst()));
        }
        boolean over = connections.stream().allMatch(Closing::isOver);
        return NLS.bind(
                over ? Messages.Closing_questionOver : Messages.Closing_question,
                connections.size(),
                listed(connections));
    }

    private static String questionOne(Connection connection) {
        if (isOver(connection)) {
            return Messages.Closing_questionOverOne;
        }
        boolean owned = !connection.owners().isEmpty() || connection.ownerHidden();
        return owned ? Messages.Closing_questionOne : Messages.Closing_questionOrphan;
    }

    /** Closed by both ends already; only the kernel remembers it for a while. */
    private static boolean isOver(Connection connection) {
        return connection.state() == TcpState.TIME_WAIT;
    }

    private static String listed(List<Connection> connections) {
        String listed = connections.stream()
                .limit(MOST_LISTED)
                .map(connection -> "    " + text(connection))
                .collect(Collectors.joining("\n"));
        int more = connections.size() - MOST_LISTED;
        return more > 0 ? listed + "\n    " + NLS.bind(Messages.Closing_more, more) : listed;
    }

    /** Returns text such as {@code 127.0.0.1:80 -> 127.0.0.1:40000 of java (PID 12)}. */
    private static String text(Connection connection) {
        String ends = NLS.bind(Messages.Closing_ends, connection.local(), connection.remote());
        if (connection.owners().isEmpty()) {
            return connection.ownerHidden() ? NLS.bind(Messages.Closing_hidden, ends) : ends;
        }
        String owners = connection.owners().stream().map(EndTarget::text).collect(Collectors.joining(", "));
        return NLS.bind(Messages.Closing_owned, ends, owners);
    }

    /** Closes them one by one; without the rights, which are the same for all, it ends with the first. */
    static Closing close(ConnectionMonitor monitor, List<Connection> connections) {
        List<Connection> gone = new ArrayList<>();
        List<Connection> left = new ArrayList<>();
        ConnectionException failure = null;
        for (Connection connection : connections) {
            try {
                if (failure != null && failure.kind() == Kind.PERMISSION) {
                    left.add(connection);
                } else if (!monitor.close(connection)) {
                    gone.add(connection);
                }
            } catch (ConnectionException e) {
                left.add(connection);
                failure = failure == null || e.kind() == Kind.PERMISSION ? e : failure;
            }
        }
        return new Closing(gone, left, failure);
    }

    /** Returns why something is left; empty if nothing is. */
    String failureText(int asked) {
        if (failure == null) {
            return "";
        }
        String why = EndReport.begun(failure.getMessage());
        return asked == 1
                ? NLS.bind(Messages.Closing_failedOne, text(left.getFirst()), why)
                : NLS.bind(Messages.Closing_failed, new Object[] {left.size(), asked, why});
    }

    /** Returns what was closed, or had gone before; empty if nothing was. */
    String doneText(int asked) {
        int closed = asked - gone.size() - left.size();
        if (!gone.isEmpty()) {
            return asked == 1
                    ? NLS.bind(Messages.Closing_goneOne, text(gone.getFirst()))
                    : NLS.bind(Messages.Closing_gone, gone.size(), asked);
        }
        return switch (closed) {
            case 0 -> "";
            case 1 -> Messages.Closing_doneOne;
            default -> NLS.bind(Messages.Closing_done, closed);
        };
    }
}
