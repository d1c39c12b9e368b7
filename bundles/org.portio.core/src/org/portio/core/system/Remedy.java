// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/**
 * A way to overcome a failure. Advice is part of the failure's message; what else there is depends on the place: the command
 * line names an option or another command, a dialog has a button.
 *
 * @param advice one clause for the user; empty unless it is advice
 */
public record Remedy(Way way, String advice) {

    /** The kind of remedy. */
    public enum Way {
        /** No remedy is known. */
        NONE,
        /** Follow the advice. */
        ADVICE,
        /** Do the same again, with the privileges of an administrator. */
        PRIVILEGES,
        /** Do the same again, forced. */
        FORCE
    }

    public static final Remedy NONE = new Remedy(Way.NONE, "");
    public static final Remedy PRIVILEGES = new Remedy(Way.PRIVILEGES, "");
    public static final Remedy FORCE = new Remedy(Way.FORCE, "");

    /** Returns advice; an empty one is none. */
    public static Remedy advice(String advice) {
        return advice.isEmpty() ? NONE : new Remedy(Way.ADVICE, advice);
    }

    /** Returns the message with the advice, if there is any. */
    public String after(String message) {
        return advice.isEmpty() ? message : message + "; " + advice;
    }
}
