// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import org.eclipse.swt.widgets.Table;

/**
 * Gives a virtual table its number of rows. GTK takes microseconds to make or remove each of them, so a great many come or
 * go in steps, and between these the UI thread does what else is waiting.
 */
final class RowSteps {

    /** No more in a step, however fast the machine is, so that no machine does it all in one. */
    private static final int ROWS_A_STEP = 2000;
    /** A quarter of a frame; on a busy machine fewer rows fit into it. */
    private static final long LONGEST_STEP_NANOS = 4_000_000;

    private static final int ROWS_AT_ONCE = 250;
    /** Lets GTK paint and answer the user in between, which it does when nothing else waits: a frame, and time to paint it. */
    private static final int PAUSE_MILLIS = 30;

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
        if (table.getItemCount() < Math.min(rows, needed)) {
            table.setItemCount(Math.min(rows, needed));
        }
        // While one types a filter, each letter has another goal, on the way to which the next step is soon taken
        // anyway.
        if (!isWaiting || Math.abs(rows - table.getItemCount()) <= ROWS_AT_ONCE) {
            step();
        }
        if (!isWaiting && table.getItemCount() != rows) {
            isWaiting = true;
            // Not before GTK has done what is due: on a busy machine, painting takes longer than the pause, and step
            // would
            // follow upon step.
            table.getDisplay().asyncExec(this::pause);
        }
    }

    private void pause() {
        if (!table.isDisposed()) {
            table.getDisplay().timerExec(PAUSE_MILLIS, this::goOn);
        }
    }

    private void step() {
        long start = System.nanoTime();
        int before = table.getItemCount();
        int current = before;
        do {
            current = Math.clamp(goal, current - ROWS_AT_ONCE, current + ROWS_AT_ONCE);
            table.setItemCount(current);
        } while (current != goal
                && Math.abs(current - before) < ROWS_A_STEP
                && System.nanoTime() - start < LONGEST_STEP_NANOS);
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
