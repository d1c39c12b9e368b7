// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * Something that a source could not see, and why.
 *
 * @param kind what it is, for those who decide by it
 * @param what what is missing, such as {@code owners} or {@code sockets bound but not listening}
 * @param count how many are missing; -1 if that cannot be known
 * @param why the reason, with what to do about it if something can be done
 */
public record Unseen(Kind kind, String what, int count, String why) {

    /** The kind of thing that is missing. */
    public enum Kind {
        /** Sockets or owners that the source cannot see by its nature, or namespaces that cannot be entered. */
        SOURCE,
        /** Sockets of other protocols than TCP and UDP, which PortIO does not list. */
        OTHER_PROTOCOLS
    }

    /** Returns a limit of the source. */
    public Unseen(String what, int count, String why) {
        this(Kind.SOURCE, what, count, why);
    }
}
