// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

/** The firewall could not be asked or changed; the message is for the user, and says what to do. */
public class FirewallException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** The system does not let this user do it. */
        PERMISSION,
        /** PortIO itself refuses, as for the port of one's own SSH session; force overrides it. */
        REFUSED,
        /** The backend cannot do what was asked for. */
        UNSUPPORTED,
        /** There is no firewall here that PortIO can use. */
        ABSENT,
        /** The system's answer was an error, or what it shows is not what was asked for. */
        FAILED
    }

    private final Kind kind;

    public FirewallException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FirewallException(Kind kind, String message) {
        this(kind, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Returns whether it is a state that a machine may well be in, without rights or without a firewall: nothing for a log. */
    public boolean isExpected() {
        return kind == Kind.PERMISSION || kind == Kind.ABSENT;
    }
}
