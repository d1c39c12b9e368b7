// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.portio.core.system.Remedy;

/**
 * Something that PortIO was asked for did not come about. The one shape of failure from the system call to the exit code, the
 * keeper's protocol and the dialog: what kind it is, what happened, and what to do. Nobody decides by its words.
 */
public abstract class PortioException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The reason for the failure, as far as somebody decides by it. */
    public enum Kind {
        /** The request is not valid here: no such address, no such executable. */
        INVALID,
        /** The object of the request does not exist. */
        NOT_FOUND,
        /** Something else is in the way: another socket, an earlier reservation. */
        CONFLICT,
        /** The system does not let this user do it. */
        PERMISSION,
        /** PortIO itself refuses, to keep the user from harm. */
        REFUSED,
        /** The existing part cannot do what was asked for. */
        UNSUPPORTED,
        /** This machine lacks what is needed, such as a firewall. */
        ABSENT,
        /** Anything else: an error of the system, or of another part of PortIO. */
        FAILED
    }

    private final Failure failure;

    /**
     * Makes a failure.
     *
     * @param cause null if there is none
     */
    protected PortioException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** Returns all of it as a value, to be passed on. */
    public final Failure failure() {
        return failure;
    }

    public final Kind kind() {
        return failure.kind();
    }

    /** Returns what happened, without what to do about it; {@link #getMessage} has both. */
    public final String what() {
        return failure.what();
    }

    public final Remedy remedy() {
        return failure.remedy();
    }

    /** Tells whether it is a state that a machine may well be in, without rights or without a firewall: nothing for a log. */
    public final boolean isExpected() {
        return kind() == Kind.PERMISSION || kind() == Kind.ABSENT;
    }
}
