// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

/** The state of a process, as far as it decides whether the process can act on a signal. */
public enum ProcessState {
    /** The process runs, or waits for something that a signal interrupts. */
    RUNNING(""),
    /** The process was stopped, for example by Ctrl+Z: it takes no signal but SIGKILL until it is continued. */
    STOPPED("stopped"),
    /** A debugger holds it. */
    TRACED("held by a debugger"),
    /** The process waits in the kernel, and takes no signal until that is over. */
    UNINTERRUPTIBLE("waiting in the kernel"),
    /** The process has ended, and its parent has not asked how. */
    ENDED("ended"),
    /** The system does not tell. */
    UNKNOWN("");

    private final String label;

    ProcessState(String label) {
        this.label = label;
    }

    /** Returns the state as users read it; empty if there is nothing to report. */
    public String label() {
        return label;
    }

    /** Creates one by the letter that {@code /proc/PID/stat} has for it. */
    public static ProcessState of(char letter) {
        return switch (letter) {
            case 'R', 'S', 'I' -> RUNNING;
            case 'T' -> STOPPED;
            case 't' -> TRACED;
            case 'D' -> UNINTERRUPTIBLE;
            case 'Z', 'X', 'x' -> ENDED;
            default -> UNKNOWN;
        };
    }
}
