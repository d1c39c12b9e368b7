// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import org.portio.reservation.HandOver;

/**
 * A hand-over that has begun. Each is an object of its own, so that what was planned for an earlier one does not meet it.
 * Guarded as its {@link Slot} is.
 */
final class Loan {

    private final HandOver way;
    private ProcessHandle process;
    private boolean latchOpen;

    Loan(HandOver way) {
        this.way = way;
        latchOpen = way == HandOver.LATCH;
    }

    HandOver way() {
        return way;
    }

    /** Returns who has it; null if that is still unknown. */
    ProcessHandle process() {
        return process;
    }

    void process(ProcessHandle newProcess) {
        process = newProcess;
    }

    /** The pid of the borrower; 0 if it is still unknown. */
    long borrower() {
        return process == null ? 0 : process.pid();
    }

    boolean isLatchOpen() {
        return latchOpen;
    }

    void latchClosed() {
        latchOpen = false;
    }
}
