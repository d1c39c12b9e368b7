// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

/**
 * Thrown if a text is not JSON, or if a value is not of the kind or range that was expected. The message says which. It has no
 * stack trace: the fault is in the text, and a damaged file may have a million of them.
 */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public JsonException(String message) {
        super(message);
    }

    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
