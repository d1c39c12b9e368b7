// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

/** The keeper cannot be reached, started or stopped; the message is for the user, and says what to do. */
public class KeeperException extends Exception {

    private static final long serialVersionUID = 1L;

    public KeeperException(String message, Throwable cause) {
        super(message, cause);
    }

    public KeeperException(String message) {
        this(message, null);
    }
}
