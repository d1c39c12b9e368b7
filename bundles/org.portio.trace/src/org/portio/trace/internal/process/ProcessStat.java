// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.util.Optional;

/**
 * A process as its file {@code stat} has it (proc(5)).
 *
 * @param startTicks clock ticks since the machine started
 */
record ProcessStat(long pid, boolean ended, long parent, long session, long startTicks) {

    private static final int STATE = 0;
    private static final int PARENT = 1;
    private static final int SESSION = 3;
    private static final int START = 19;

    static Optional<ProcessStat> of(long pid) {
        return ProcessFile.text(ProcessFile.folder(pid).resolve("stat"))
                .filter(text -> text.indexOf(')') > 0)
                .map(text -> parse(pid, text));
    }

    /** The name may have blanks and parentheses of its own; nothing after it has. */
    private static ProcessStat parse(long pid, String text) {
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return new ProcessStat(
                pid,
                fields[STATE].equals("Z") || fields[STATE].equals("X"),
                Long.parseLong(fields[PARENT]),
                Long.parseLong(fields[SESSION]),
                Long.parseLong(fields[START]));
    }
}
