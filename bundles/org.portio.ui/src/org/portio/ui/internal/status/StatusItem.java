// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

/**
 * One of the things that the status line says.
 *
 * @param text what it says, such as {@code 12 LISTEN}
 * @param kind how long it stays when there is little room
 * @param size of two of one kind, the larger stays longer
 */
record StatusItem(String text, Kind kind, long size) {

    /** The kinds, from the first to be left out to the last. */
    enum Kind {
        STATE,
        TIME,
        SELECTED,
        COUNT,
        PAUSED,
        NEWS
    }

    StatusItem(String text, Kind kind) {
        this(text, kind, 0);
    }
}
