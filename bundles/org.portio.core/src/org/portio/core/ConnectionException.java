// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/** The system's connections could not be read or closed; the message is for the user, and says what to do. */
public class ConnectionException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ConnectionException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public ConnectionException(Failure failure) {
        this(failure, null);
    }

    public ConnectionException(String message, Throwable cause) {
        this(Failure.of(Kind.FAILED, message), cause);
    }

    public ConnectionException(String message) {
        this(message, null);
    }
}
