// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import org.portio.core.PortioException;
import org.portio.core.system.Remedy;

/** The keeper cannot be reached, started or stopped, or refuses; the message is for the user, and says what to do. */
public class KeeperException extends PortioException {

    private static final long serialVersionUID = 1L;

    public KeeperException(Kind kind, String message, Remedy remedy, Throwable cause) {
        super(kind, message, remedy, cause);
    }

    public KeeperException(String message, Remedy remedy) {
        this(Kind.FAILED, message, remedy, null);
    }

    public KeeperException(String message, Throwable cause) {
        this(Kind.FAILED, message, Remedy.NONE, cause);
    }

    public KeeperException(String message) {
        this(message, Remedy.NONE);
    }
}
