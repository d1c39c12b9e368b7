// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.system.ActionLog;

/** Writes a line into the log of actions for each connection that was to be closed, with how that ended. */
record Closings(ActionLog actions) {

    /** Closes a connection; false if it had gone already. */
    @FunctionalInterface
    interface Closing {
        boolean close(Connection connection) throws ConnectionException;
    }

    boolean note(Connection connection, Closing closing) throws ConnectionException {
        String result = "failed";
        try {
            boolean closed = closing.close(connection);
            result = closed ? "closed" : "was already closed";
            return closed;
        } catch (ConnectionException e) {
            result = "failed: " + e.getMessage();
            throw e;
        } finally {
            actions.note("close", text(connection), "kernel", result);
        }
    }

    /** Returns text such as {@code TCP 10.0.0.1:80 -> 10.0.0.2:40000 of nginx (PID 12) in blue}. */
    private static String text(Connection connection) {
        String owner = connection.owners().isEmpty()
                ? ""
                : " of " + connection.processText() + " (PID " + connection.pidText() + ")";
        String namespace = connection.namespace().isEmpty() ? "" : " in " + connection.namespace();
        return connection.protocol() + " " + connection.local() + " -> " + connection.remote() + owner + namespace;
    }
}
