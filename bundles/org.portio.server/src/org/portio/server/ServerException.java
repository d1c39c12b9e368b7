// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** A temporary server could not be started, stopped or asked; the message is for the user, and says what to do. */
public class ServerException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ServerException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public ServerException(Failure failure) {
        this(failure, null);
    }
}
