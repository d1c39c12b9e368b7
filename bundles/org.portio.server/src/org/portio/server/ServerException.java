// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

/** A temporary server could not be started, stopped or asked; the message is for the user, and says what to do. */
public class ServerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** What was asked for makes no sense: no such address, a mode that the protocol does not have. */
        INVALID,
        /** Another socket has the port. */
        TAKEN,
        /** The system does not let this user bind it. */
        PERMISSION,
        /** No such server runs. */
        UNKNOWN,
        /** Whoever runs the servers cannot be reached or failed. */
        FAILED
    }

    private final Kind kind;

    public ServerException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ServerException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }
}
