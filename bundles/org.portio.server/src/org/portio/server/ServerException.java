// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import org.portio.core.PortioException;
import org.portio.core.system.Remedy;

/** A temporary server could not be started, stopped or asked; the message is for the user, and says what to do. */
public class ServerException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ServerException(Kind kind, String message, Remedy remedy, Throwable cause) {
        super(kind, message, remedy, cause);
    }

    /** Passes on what another part of PortIO failed with, as it is. */
    public ServerException(PortioException other) {
        this(other.kind(), other.what(), other.remedy(), other);
    }

    public ServerException(Kind kind, String message, Remedy remedy) {
        this(kind, message, remedy, null);
    }

    public ServerException(Kind kind, String message, Throwable cause) {
        this(kind, message, Remedy.NONE, cause);
    }

    public ServerException(Kind kind, String message) {
        this(kind, message, Remedy.NONE, null);
    }
}
