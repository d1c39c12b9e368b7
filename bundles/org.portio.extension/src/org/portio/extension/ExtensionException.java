// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import org.portio.core.Failure;
import org.portio.core.PortioException;

/** An extension could not be installed, removed, enabled or disabled; the message is for the user, and says what to do. */
public class ExtensionException extends PortioException {

    private static final long serialVersionUID = 1L;

    public ExtensionException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public ExtensionException(Failure failure) {
        this(failure, null);
    }
}
