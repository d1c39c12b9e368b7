// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;

/** A program that does not start; the message says what is wrong with it, and what to do. */
public final class ProgramStartException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Kind {
        NOT_FOUND,
        /** The file exists, but the interpreter of its first line, or the loader it was built for, does not. */
        NO_INTERPRETER,
        NOT_EXECUTABLE,
        /** The system refuses for another reason. */
        REFUSED
    }

    private final Kind kind;

    public ProgramStartException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
