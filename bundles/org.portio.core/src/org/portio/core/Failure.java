// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.portio.core.PortioException.Kind;
import org.portio.core.system.Remedy;

/**
 * Tells as a value what failed. So it passes unchanged from one exception to another, and over a socket.
 *
 * @param what happened, for the user, without what to do about it
 */
public record Failure(Kind kind, String what, Remedy remedy) {

    /** Makes one that no remedy is known for. */
    public static Failure of(Kind kind, String what) {
        return new Failure(kind, what, Remedy.NONE);
    }

    /**
     * Makes one with advice.
     *
     * @param advice one clause for the user that says what to do; empty if there is none
     */
    public static Failure of(Kind kind, String what, String advice) {
        return new Failure(kind, what, Remedy.advice(advice));
    }

    /** Returns what happened and, if there is advice, what to do; in one line. */
    public String message() {
        return remedy.after(what);
    }

    /** Returns the same as the window shows it: in two lines, each of which begins with a capital. */
    public String lines() {
        return remedy.advice().isEmpty() ? begun(what) : begun(what) + "\n" + begun(remedy.advice());
    }

    private static String begun(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
