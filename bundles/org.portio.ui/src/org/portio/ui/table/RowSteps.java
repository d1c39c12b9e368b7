// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import org.eclipse.swt.widgets.Table;

/**
 * Gives a virtual table its number of rows. GTK takes microseconds to make or remove each of them, so a great many come or
 * go in steps, and between these the UI thread does what else is waiting.
 */
final class RowSteps {

    /** Takes less time than a frame on a fast machine, and no user notices it on a slow one. */
    private static final int ROWS_A_STEP = 2000;

    private final Table table;
    private int goal;
    private boolean isWaiting;

    RowSteps(Table table) {
        this.table = table;
    }

    /**
     * Makes it so many rows in the end.
     *
     * @param needed the number of rows that are needed at once, because the last of them is in sight or selected
     */
    void goTo(int rows, int needed) {
        goal = rows;
        int current = table.getItemCount();
        int next = Math.clamp(rows, current - ROWS_A_STEP, current + ROWS_A_STEP);
        table.setItemCount(Math.max(next, Math.min(needed, rows)));
        if (!isWaiting && table.getItemCount() != rows) {
            isWaiting = true;
            table.getDisplay().asyncExec(this::goOn);
        }
    }

    /** Takes all steps that are left, at once. */
    void finish() {
        table.setItemCount(goal);
    }

    private void goOn() {
        isWaiting = false;
        if (!table.isDisposed()) {
            goTo(goal, 0);
        }
    }
}
