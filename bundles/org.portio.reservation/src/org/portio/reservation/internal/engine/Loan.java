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
    /** The first one that was told. */
    private ProcessHandle starter;

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
        starter = starter == null ? newProcess : starter;
    }

    /**
     * Returns whose processes the program's are, also after it has ended: by {@link HandOver#ANY} also those that it left behind get
     * the port.
     */
    ProcessHandle family() {
        return way == HandOver.ANY ? starter : process;
    }

    /** Returns whether the process is there to lend, though it may have the program's socket open. */
    boolean isLender(long pid) {
        return way == HandOver.ANY && (pid == ProcessHandle.current().pid() || starter != null && pid == starter.pid());
    }

    /** Returns the process that gives the port to its program; 0 if none has its sockets open for that. */
    long lender() {
        return way == HandOver.ANY && starter != null ? starter.pid() : 0;
    }

    /** Returns whether nobody is left who could give the port back. */
    boolean isOver() {
        return !process.isAlive() && !(way == HandOver.ANY && starter.isAlive());
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
