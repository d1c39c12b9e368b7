// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.portio.core.system.Remedy;

/** The system's connections could not be read or closed; the message is for the user, and says what to do. */
public class ConnectionException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ConnectionException(Kind kind, String message, Remedy remedy, Throwable cause) {
        super(kind, message, remedy, cause);
    }

    public ConnectionException(String message, Throwable cause) {
        this(Kind.FAILED, message, Remedy.NONE, cause);
    }

    public ConnectionException(String message) {
        this(message, null);
    }
}
