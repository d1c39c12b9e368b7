// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

/**
 * What came of ending a process.
 *
 * @param detail one sentence for the user: who has the port again, why it was refused; empty where the outcome says all
 */
public record EndResult(Outcome outcome, String detail) {

    /** How it stands after the wait. */
    public enum Outcome {
        /** It has ended, and the port that was asked for, if any, is free. */
        ENDED,
        /** It has ended, but another process has the port: it shared it, was started again, or is a child. */
        PORT_TAKEN,
        /** It was asked, and still runs. */
        STILL_RUNNING,
        /** It had ended before anything was done; its pid may be another process's by now, which was not touched. */
        GONE,
        /** It runs, and does not hold the port any more; it was not touched. */
        PORT_LEFT,
        /** PortIO never ends it: init, a kernel thread, PortIO itself and what it runs in. */
        REFUSED,
        /** The system does not let this user. */
        DENIED
    }
}
