// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

/**
 * The answer to a question about a port.
 *
 * @param text one line for the user; empty if there is nothing to be said
 */
public record PortAnswer(Kind kind, String text) {

    public static final PortAnswer FINE = new PortAnswer(Kind.FINE, "");

    /** The meaning of the answer for what the user wants. */
    public enum Kind {
        /** The port is suitable. */
        FINE,
        /** The action may fail. */
        WARNING,
        /** The action is impossible at the moment. */
        PROBLEM
    }
}
