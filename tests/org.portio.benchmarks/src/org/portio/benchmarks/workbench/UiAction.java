// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

/** An action on the view Connections before its UI thread is measured. */
public enum UiAction {
    STEADY("as it opens"),
    SORT("sorted by process"),
    SELECT("everything selected"),
    FILTER("filtered by 127.0.0");

    private final String title;

    UiAction(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
