// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.Optional;

/** Says that a part of what is kept is in a format of another version of PortIO. */
final class UnreadNote {

    private UnreadNote() {}

    /** Returns a line for the user; empty if there is no such file. */
    static Optional<String> of(int files) {
        return files == 0
                ? Optional.empty()
                : Optional.of(
                        number(files) + " of the history from another version of PortIO cannot be read by this one,"
                                + " and what was recorded there is left out; it is deleted when its time is"
                                + " over, or by the next portio history forget");
    }

    static String number(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
