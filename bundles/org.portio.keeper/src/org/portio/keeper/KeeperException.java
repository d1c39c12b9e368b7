// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** The keeper cannot be reached, started or stopped, or refuses; the message is for the user, and says what to do. */
public class KeeperException extends PortioException {

    private static final long serialVersionUID = 1L;

    public KeeperException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public KeeperException(Failure failure) {
        this(failure, null);
    }

    public KeeperException(String what, String advice) {
        this(Failure.of(Kind.FAILED, what, advice));
    }

    public KeeperException(String what, Throwable cause) {
        this(Failure.of(Kind.FAILED, what), cause);
    }

    public KeeperException(String what) {
        this(Failure.of(Kind.FAILED, what));
    }
}
