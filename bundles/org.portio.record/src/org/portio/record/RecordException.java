// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** The past cannot be kept or asked; the message is for the user, and says what to do. */
public final class RecordException extends PortioException {

    private static final long serialVersionUID = 1L;

    public RecordException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public RecordException(Failure failure) {
        this(failure, null);
    }
}
