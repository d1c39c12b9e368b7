// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;

/** Thrown if a file is not what was to be read, or is damaged; the message says what is wrong in it. */
public final class NotASnapshotException extends IOException {

    private static final long serialVersionUID = 1L;

    NotASnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
