// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/** Command lines for a terminal that show, or end, what is selected in the window. */
final class TerminalCommands {

    /** A command line with more rows is not what anybody wants to paste. */
    static final int MOST = 20;

    /** A port in its protocol. */
    private record Listened(String protocol, int port) {}

    private TerminalCommands() {}

    /** Returns the command that lists these rows, as far as they are still there. */
    static String list(List<Connection> rows) {
        String filter = rows.stream().map(TerminalCommands::term).distinct().collect(joining(" or "));
        return "portio list " + (areHere(rows) ? "" : "--all-namespaces ") + "'" + filter + "'";
    }

    private static boolean areHere(List<Connection> rows) {
        return rows.stream().allMatch(row -> row.namespace().isEmpty());
    }

    private static String term(Connection row) {
        String protocol = "protocol:" + row.protocol().label();
        String local = row.local().address().isAnyLocalAddress()
                ? "localPort:" + row.local().port()
                : "localAddress:" + text(row.local());
        return row.remote() == null
                ? protocol + " " + local + (row.isListening() ? " state:" + listening(row) : "")
                : protocol + " " + local + " remoteAddress:" + text(row.remote());
    }

    private static String listening(Connection row) {
        return row.stateText().toLowerCase(Locale.ROOT);
    }

    private static String text(Endpoint end) {
        String address = Addresses.unscoped(end.address());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + end.port();
    }

    /**
     * Returns the command that ends the processes of these rows: by their port if they are listeners of one, as who has it may
     * be another process by then, else by their PIDs.
     */
    static String kill(List<Connection> rows) {
        Set<Listened> listened = rows.stream()
                .map(row -> new Listened(row.protocol().label(), row.local().port()))
                .collect(Collectors.toSet());
        if (listened.size() == 1 && areHere(rows) && rows.stream().allMatch(Connection::isListening)) {
            Listened one = listened.iterator().next();
            return "portio kill --port " + one.port() + " --" + one.protocol();
        }
        return rows.stream()
                .flatMap(row -> row.owners().stream())
                .map(ProcessInfo::pid)
                .distinct()
                .map(pid -> "portio kill " + pid)
                .collect(joining(" && "));
    }
}
