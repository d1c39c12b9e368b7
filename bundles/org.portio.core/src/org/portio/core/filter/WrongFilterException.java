// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

/** Tells why a filter has no meaning. Its message is for the user, begins in lower case, and ends with a full stop. */
public final class WrongFilterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String term;

    public WrongFilterException(String message) {
        this(message, "");
    }

    private WrongFilterException(String message, String term) {
        super(message);
        this.term = term;
    }

    static WrongFilterException tooLarge(String digits, String name, long most) {
        return new WrongFilterException("\"" + digits + "\" is too large. A " + name + " is at most " + most + ".");
    }

    /** Returns the same about this term of a filter. */
    WrongFilterException in(FilterTerm wrong) {
        return new WrongFilterException(getMessage(), wrong.source());
    }

    /** Returns the term that has no meaning, as it was typed; empty if it is not known. */
    public String term() {
        return term;
    }
}
