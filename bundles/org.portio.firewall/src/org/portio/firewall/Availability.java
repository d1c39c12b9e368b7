// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import org.portio.core.system.Remedy;

/**
 * Whether a backend can be used here.
 *
 * @param what is there or what is missing, for the user; without what to do about it
 */
public record Availability(Status status, String what, Remedy remedy) {

    /** The answer. */
    public enum Status {
        AVAILABLE,
        /** The firewall exists, but this user may not use it. */
        NO_PERMISSION,
        ABSENT,
        /** The firewall is part of another operating system, and can never be used on this one. */
        FOREIGN
    }

    /** Makes one that no remedy is needed or known for. */
    public Availability(Status status, String what) {
        this(status, what, Remedy.NONE);
    }

    /**
     * Makes one with advice.
     *
     * @param advice one clause for the user that says what to do; empty if there is none
     */
    public Availability(Status status, String what, String advice) {
        this(status, what, Remedy.advice(advice));
    }

    /** Returns what is there or missing and, if there is advice, what to do; in one line. */
    public String message() {
        return remedy.after(what);
    }

    public boolean isAvailable() {
        return status == Status.AVAILABLE;
    }
}
