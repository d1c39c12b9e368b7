// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

/**
 * Whether a door can be opened here.
 *
 * @param obstacle what prevents it; null if nothing does
 */
public record Availability(Obstacle obstacle) {

    /** The reason why a door cannot be opened. */
    public enum Obstacle {
        SYSTEM("only Linux lets a program's calls be answered by another"),
        ARCHITECTURE("the calls of this processor are unknown; x86-64 and ARM64 are known"),
        /** Before Linux 5.19 a signal lets a call that was answered be done again. */
        KERNEL_TOO_OLD("the kernel is too old; Linux 5.19 or later is needed"),
        /** A container or sandbox does not let filters of calls be set. */
        FORBIDDEN("the system does not allow seccomp filters here, as in some containers"),
        /** The kernel lets nobody look at the memory of other processes: {@code kernel.yama.ptrace_scope} is 2 or 3. */
        UNREADABLE("the system does not let a program look at those that it starts (kernel.yama.ptrace_scope)"),
        /** The kernel lets one process answer the calls of another, and no more than one. */
        ALREADY_TRACED("another program, such as an outer portio, already answers the calls of this one");

        private final String text;

        Obstacle(String text) {
            this.text = text;
        }

        /** Returns one clause for the user. */
        public String text() {
            return text;
        }
    }

    public boolean isAvailable() {
        return obstacle == null;
    }
}
