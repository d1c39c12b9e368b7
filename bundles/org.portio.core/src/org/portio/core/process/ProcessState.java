// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

/** What a process does at a moment, as far as that decides whether it can act on a signal. */
public enum ProcessState {
    /** It runs, or waits for something that a signal interrupts. */
    RUNNING(""),
    /** It was stopped, as by Ctrl+Z: it takes no signal but SIGKILL until it is continued. */
    STOPPED("stopped"),
    /** A debugger holds it. */
    TRACED("held by a debugger"),
    /** It waits in the kernel, and takes no signal until that is over. */
    UNINTERRUPTIBLE("waiting in the kernel"),
    /** It has ended, and its parent has not asked how. */
    ENDED("ended"),
    /** The system does not tell. */
    UNKNOWN("");

    private final String label;

    ProcessState(String label) {
        this.label = label;
    }

    /** As users read it; empty if there is nothing to tell. */
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
