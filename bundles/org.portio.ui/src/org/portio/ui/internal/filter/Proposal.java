// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

/**
 * A text that can be put into a filter.
 *
 * @param text what is put in
 * @param label how it is shown
 * @param start where in the filter it begins
 * @param end where what it replaces ends
 * @param goesOn whether something is to follow at once, such as a value after the name of a column
 */
record Proposal(String text, String label, int start, int end, boolean goesOn) {

    /** Returns the filter with it. */
    String in(String filter) {
        return filter.substring(0, start) + text + filter.substring(end);
    }

    /** Returns where one goes on to type. */
    int caret() {
        return start + text.length();
    }
}
