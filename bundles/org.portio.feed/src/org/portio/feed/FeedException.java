// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.portio.core.Failure;
import org.portio.core.PortioException;
import org.portio.core.system.FileFailure;

/** The feed cannot be served, or its keys cannot be read or written; the message is for the user, and says what to do. */
public final class FeedException extends PortioException {

    private static final long serialVersionUID = 1L;

    public FeedException(Failure failure, Throwable cause) {
        super(failure, cause);
    }

    public FeedException(Failure failure) {
        this(failure, null);
    }

    /** Makes one with advice on what to do. */
    public FeedException(Kind kind, String what, String advice) {
        this(Failure.of(kind, what, advice));
    }

    /** Makes one of a file that could not be read or written. */
    static FeedException of(IOException failure) {
        Kind kind = failure instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED;
        return new FeedException(Failure.of(kind, FileFailure.text(failure)), failure);
    }
}
