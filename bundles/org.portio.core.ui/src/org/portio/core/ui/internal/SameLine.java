// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

/** Finds the lines of one output again in the next, so that what the user selected or looks at can stay where it is. */
final class SameLine {

    private SameLine() {}

    /** Offset of the same place of the same line in the later text; the nearest offset if that line is gone. */
    static int offset(String earlier, String later, int offset) {
        int start = earlier.lastIndexOf('\n', offset - 1) + 1;
        int end = earlier.indexOf('\n', offset);
        String line = earlier.substring(start, end < 0 ? earlier.length() : end) + '\n';
        // A line begins behind a line break: given one more at its front, the text may begin with it too.
        int found = ('\n' + later).indexOf('\n' + line);
        return found < 0 ? Math.min(offset, later.length()) : found + offset - start;
    }
}
