// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.ProcessInfo;

/**
 * The state of a port after the processes that had it were ended. Binding it for a moment told.
 *
 * @param detail one sentence for the user, without its full stop: who has it or what keeps it, and for how long; empty if
 *     it is free
 * @param holders the processes that have it, as far as they may be seen
 */
public record PortAftermath(State state, String detail, List<ProcessInfo> holders) {
    public PortAftermath {
        holders = List.copyOf(holders);
    }

    /** The result that a bind would have. */
    public enum State {
        /** The port can be bound in every way; if this user may not bind it, the list says so. */
        FREE,
        /** Nobody listens. A service that sets SO_REUSEADDR can bind it; connections keep it from the others. */
        FREE_WITH_REUSE,
        /** PortIO keeps it again, as before: it is reserved. */
        KEPT,
        /** Nobody listens, and yet connections keep it from everybody. */
        BLOCKED,
        /** Somebody has it: shares it, was started again, or is a child. */
        TAKEN
    }

    /** Returns whether a service can have it; one that is kept, by {@code portio run}. */
    public boolean isClear() {
        return state == State.FREE || state == State.FREE_WITH_REUSE || state == State.KEPT;
    }
}
