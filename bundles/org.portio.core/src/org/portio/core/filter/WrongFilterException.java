// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.Locale;

/** Tells why a filter has no meaning. Its message is for the user, begins in lower case, and ends with a full stop. */
public final class WrongFilterException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String part;
    private final String term;
    private final int start;
    private final int length;

    public WrongFilterException(String message) {
        this(message, "", "", 0, 0);
    }

    private WrongFilterException(String message, String part, String term, int start, int length) {
        super(message);
        this.part = part;
        this.term = term;
        this.start = start;
        this.length = length;
    }

    static WrongFilterException tooLarge(String digits, String name, long most) {
        return new WrongFilterException("\"" + digits + "\" is too large. A " + name + " is at most " + most + ".");
    }

    /** Returns the same about one value or name, in lower case, of a term. */
    WrongFilterException about(String wrong) {
        return new WrongFilterException(getMessage(), wrong, term, start, length);
    }

    /** Returns the same about this term of a filter. */
    WrongFilterException in(FilterTerm wrong) {
        // A value stands behind the name, which may have the same letters.
        boolean isName = part.equals(wrong.name());
        int from = isName ? 0 : wrong.name().length();
        int place =
                part.isEmpty() ? -1 : wrong.source().toLowerCase(Locale.ROOT).indexOf(part, from);
        return place < 0
                ? new WrongFilterException(
                        getMessage(),
                        part,
                        wrong.source(),
                        wrong.start(),
                        wrong.source().length())
                : new WrongFilterException(getMessage(), part, wrong.source(), wrong.start() + place, part.length());
    }

    /** Returns the term that has no meaning, as it was typed; empty if it is not known. */
    public String term() {
        return term;
    }

    /** Returns where in the filter that begins which is wrong. */
    public int start() {
        return start;
    }

    /** Returns how many characters are wrong; 0 if it is not known. */
    public int length() {
        return length;
    }
}
