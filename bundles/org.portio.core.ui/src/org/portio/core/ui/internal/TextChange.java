// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

/**
 * The part in which two texts differ. A text widget that replaces no more than this keeps selection and scroll position
 * where they were.
 *
 * @param length of the earlier text from {@code start} on that is replaced
 */
record TextChange(int start, int length, String replacement) {

    static TextChange between(String earlier, String later) {
        int shorter = Math.min(earlier.length(), later.length());
        int start = 0;
        while (start < shorter && earlier.charAt(start) == later.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && earlier.charAt(earlier.length() - 1 - tail) == later.charAt(later.length() - 1 - tail)) {
            tail++;
        }
        return new TextChange(start, earlier.length() - tail - start, later.substring(start, later.length() - tail));
    }

    boolean isEmpty() {
        return length == 0 && replacement.isEmpty();
    }
}
