// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Locale;

/** The state of knowledge about a socket's owners. A process that is not seen may exist. */
public enum Ownership {
    /** The processes that hold it are known. */
    KNOWN("known"),
    /** A process that may not be looked at holds it, or may hold it: see {@link Snapshot#obstacles()}. */
    HIDDEN("hidden"),
    /** A process outside of the pid namespace holds it: PortIO runs in a container, and the process does not. */
    OUTSIDE("a process outside this container"),
    /** The kernel itself has it, as for vxlan, WireGuard or NFS: all processes could be looked at, and none holds it. */
    KERNEL("the kernel itself"),
    /** No process holds it any more, or none has accepted it yet: the kernel brings the connection to its end or begin. */
    NONE("none"),
    /** The socket was closed during the search for its owner. */
    CLOSED("closed before its owner was found"),
    /** Nobody can say whether there is an owner. */
    UNKNOWN("unknown");

    private final String explanation;

    Ownership(String explanation) {
        this.explanation = explanation;
    }

    /** Returns one phrase for the user, as in {@code a process outside this container}. */
    public String explanation() {
        return explanation;
    }

    /** Lower-case name, as in {@code outside}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether some process has it, or may have it, that is not seen. */
    public boolean isUnseen() {
        return this == HIDDEN || this == OUTSIDE || this == UNKNOWN;
    }
}
