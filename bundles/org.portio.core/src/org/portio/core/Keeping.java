// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The part of PortIO itself in a connection whose port it keeps. A port is kept by several sockets, and one that was handed over stays
 * open in the processes that keep it; to the user, either is one thing.
 *
 * @param sockets those that the connection stands for, as the kernel has them, its own first; empty if it stands for itself
 */
public record Keeping(State state, List<Connection> sockets) {

    /** Whether a port is kept. */
    public enum State {
        NOT_KEPT,
        /** Nobody has it but those who keep it. */
        HELD,
        /** A program has it, or is about to take it. */
        LENT;

        /** Returns the word that a reservation's state has, too. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A port that PortIO does not keep. */
    public static final Keeping NONE = new Keeping(State.NOT_KEPT, List.of());

    public Keeping {
        Objects.requireNonNull(state, "state");
        sockets = List.copyOf(sockets);
    }

    /** Returns whether PortIO keeps the port. */
    public boolean isKept() {
        return state != State.NOT_KEPT;
    }
}
