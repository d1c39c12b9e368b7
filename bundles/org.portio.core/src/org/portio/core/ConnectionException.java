// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/** The system's connections could not be read. The message is fit for the user and says what to do if it can. */
public class ConnectionException extends Exception {

    private static final long serialVersionUID = 1L;

    public ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
