// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table.filter;

/** Tells why a filter has no meaning. Its message is for the user, begins in lower case, and ends with a full stop. */
public final class WrongFilterException extends Exception {

    private static final long serialVersionUID = 1L;

    public WrongFilterException(String message) {
        super(message);
    }
}
