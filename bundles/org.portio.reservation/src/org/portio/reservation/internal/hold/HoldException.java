// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** A port could not be held; the message is a phrase about it that follows the name of the port and "is". */
public final class HoldException extends PortioException {

    private static final long serialVersionUID = 1L;

    HoldException(Kind kind, String message, Throwable cause) {
        super(Failure.of(kind, message), cause);
    }

    HoldException(Failure failure) {
        super(failure, null);
    }

    HoldException(Kind kind, String message) {
        this(kind, message, null);
    }
}
