// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.address.Endpoint;
import org.portio.record.ui.internal.HistoryRow.Done;

/** Says between which ends a socket was, and whose. */
final class SocketText {

    private SocketText() {}

    static Endpoint end(HistoryRow row, boolean isRemote) {
        Connection connection = row.connection();
        return connection == null ? null : isRemote ? connection.remote() : connection.local();
    }

    static Long localPort(HistoryRow row) {
        if (row instanceof Done done) {
            return done.act().port() == 0 ? null : (long) done.act().port();
        }
        return port(end(row, false));
    }

    static Long remotePort(HistoryRow row) {
        return port(end(row, true));
    }

    private static Long port(Endpoint end) {
        return end == null ? null : (long) end.port();
    }

    static String process(Connection connection) {
        return connection.owners().isEmpty() && connection.ownerHidden() ? "?" : connection.processText();
    }

    static List<Long> pids(HistoryRow row) {
        return row.connection() == null
                ? List.of()
                : row.connection().owners().stream().map(ProcessInfo::pid).toList();
    }

    static String user(HistoryRow row) {
        if (row instanceof Done done) {
            return done.act().user();
        }
        return row.connection() == null || row.connection().user() == null
                ? ""
                : row.connection().user().name();
    }

    static String commandLine(Connection connection) {
        return connection.owners().stream().map(ProcessInfo::commandLine).collect(Collectors.joining(", "));
    }
}
