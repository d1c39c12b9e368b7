// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.util.List;

/**
 * The state of a view's rows.
 *
 * @param rows as last reported
 * @param known false until they were first reported
 * @param failure why they cannot be seen at the moment; null if they can
 * @param note the note below them
 */
public record ListState<T>(List<T> rows, boolean known, Exception failure, Note note) {

    public ListState {
        rows = List.copyOf(rows);
    }

    /** Returns the state before the first report. */
    public static <T> ListState<T> unknown() {
        return new ListState<>(List.of(), false, null, Note.NONE);
    }

    /** Returns the state after these rows were reported. */
    public ListState<T> withRows(List<T> newer) {
        return new ListState<>(newer, true, null, note);
    }

    ListState<T> withFailure(Exception newer) {
        return new ListState<>(rows, known, newer, note);
    }

    ListState<T> withNote(Note newer) {
        return new ListState<>(rows, known, failure, newer);
    }
}
